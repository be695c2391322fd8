using System.Globalization;

namespace Longleaf.Documents.Formats.PlainText;

/// <summary>Numbers as chapters have them: 12, XII, Twelve, the Twelfth, 十二.</summary>
internal static class ChapterNumber
{
    /// <summary>The digits of numbers in Chinese, Japanese and Korean, plain, formal and fullwidth.</summary>
    public const string HanDigits = "一二三四五六七八九十百千零〇两兩壹贰叁肆伍陆柒捌玖拾廿卅0123456789０１２３４５６７８９";

    private const int MaxDigits = 4;
    private const int LongestRoman = 10;

    private static readonly string[] Words =
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
        "eighteen", "nineteen", "twenty",
    ];

    private static readonly string[] Ordinals =
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
        "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ];

    /// <summary>The number that a text starts with, as a word of its own; <see langword="null"/> if none does.</summary>
    /// <param name="text">The text from the number on.</param>
    /// <param name="length">How long it is in the text.</param>
    public static int? Read(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || (text[length] == '-' && length > 0 && length + 1 < text.Length && char.IsAsciiLetter(text[length + 1]))))
        {
            length++;
        }

        var word = text[..length];
        return word.IsEmpty || (length < text.Length && char.IsLetterOrDigit(text[length])) ? null : Digits(word) ?? Roman(word) ?? InWords(word);
    }

    /// <summary>The value of a number in Roman digits, all capitals or all small; <see langword="null"/> if it is none.</summary>
    public static int? Roman(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word.Length > LongestRoman)
        {
            return null;
        }

        var value = 0;
        for (var index = 0; index < word.Length; index++)
        {
            var digit = RomanDigit(word[index], char.IsAsciiLetterLower(word[0]));
            if (digit == 0)
            {
                return null;
            }

            var next = index + 1 < word.Length ? RomanDigit(word[index + 1], char.IsAsciiLetterLower(word[0])) : 0;
            value += digit < next ? -digit : digit;
        }

        // Written as the value is written: "IIII" and "IC" are words.
        return value is > 0 and < 400 && word.Equals(InRoman(value), StringComparison.OrdinalIgnoreCase) ? value : null;
    }

    private static int? Digits(ReadOnlySpan<char> word) =>
        word.Length <= MaxDigits && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    // Past twenty what matters is that it is a number: "twenty-first".
    private static int? InWords(ReadOnlySpan<char> word)
    {
        for (var index = 0; index < Words.Length; index++)
        {
            if (word.Equals(Words[index], StringComparison.OrdinalIgnoreCase) || word.Equals(Ordinals[index], StringComparison.OrdinalIgnoreCase))
            {
                return index + 1;
            }
        }

        foreach (var (tens, value) in (ReadOnlySpan<(string, int)>)[("twenty", 20), ("thirty", 30), ("thirti", 30), ("forty", 40), ("forti", 40), ("fifty", 50), ("fifti", 50), ("sixty", 60), ("last", 99)])
        {
            if (word.StartsWith(tens, StringComparison.OrdinalIgnoreCase))
            {
                return value + (word.IndexOf('-') is > 0 and var hyphen ? InWords(word[(hyphen + 1)..]) ?? 0 : 0);
            }
        }

        return null;
    }

    private static int RomanDigit(char unit, bool small) => (small ? char.ToUpperInvariant(unit) : unit) switch
    {
        'I' => 1,
        'V' => 5,
        'X' => 10,
        'L' => 50,
        'C' => 100,
        _ => 0,
    };

    private static string InRoman(int value)
    {
        string[] ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
        string[] tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"];
        return new string('C', value / 100) + tens[value / 10 % 10] + ones[value % 10];
    }
}
