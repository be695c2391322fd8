using System.Globalization;
using System.Text;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Numbers in the formats of ST_NumberFormat (ECMA-376, 17.18.59) that occur.</summary>
internal static class NumberFormatter
{
    private static readonly (int Value, string Sign)[] Roman =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    public static string Format(int number, string format) => format switch
    {
        "lowerRoman" => InRoman(number),
        "upperRoman" => InRoman(number).ToUpperInvariant(),
        "lowerLetter" => InLetters(number, 'a', 26),
        "upperLetter" => InLetters(number, 'A', 26),
        "russianLower" => InLetters(number, 'а', 32),
        "russianUpper" => InLetters(number, 'А', 32),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "ordinal" => number.ToString(CultureInfo.InvariantCulture) + OrdinalEnding(number),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
        "decimalFullWidth" => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)(digit - '0' + '０'))),
        "chineseCounting" or "chineseCountingThousand" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "japaneseCounting" => InChinese(number),
        "bullet" or "none" => "",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string InRoman(int number)
    {
        if (number is <= 0 or >= 4000)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var text = new StringBuilder();
        foreach (var (value, sign) in Roman)
        {
            for (; number >= value; number -= value)
            {
                text.Append(sign);
            }
        }

        return text.ToString();
    }

    // a to z, then aa, bb: Word repeats the letter.
    private static string InLetters(int number, char first, int letters) =>
        number is <= 0 or > 780
            ? number.ToString(CultureInfo.InvariantCulture)
            : new string((char)(first + ((number - 1) % letters)), ((number - 1) / letters) + 1);

    private static string OrdinalEnding(int number) => (number % 100) is >= 11 and <= 13 ? "th"
        : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };

    private static string InChinese(int number)
    {
        const string Digits = "〇一二三四五六七八九";
        return number switch
        {
            > 0 and < 10 => Digits[number].ToString(),
            >= 10 and < 20 => number == 10 ? "十" : $"十{Digits[number % 10]}",
            >= 20 and < 100 => $"{Digits[number / 10]}十{(number % 10 == 0 ? "" : Digits[number % 10])}",
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
    }
}
