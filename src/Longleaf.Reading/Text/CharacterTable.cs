using System.Globalization;
using System.Text;
using Longleaf.Documents.Text;

namespace Longleaf.Reading.Text;

/// <summary>The class and the folded form of every character of the Basic Multilingual Plane.</summary>
internal static class CharacterTable
{
    private static readonly CharacterClass[] Classes = BuildClasses();
    private static readonly char[] Folds = BuildFolds();

    /// <summary>What a UTF-16 unit is.</summary>
    public static CharacterClass ClassOf(char unit) => Classes[unit];

    /// <summary>What the code point at a position is, and how many UTF-16 units it takes.</summary>
    public static CharacterClass ClassAt(ReadOnlySpan<char> text, int position, out int units)
    {
        units = 1;
        var found = Classes[text[position]];
        if (found != CharacterClass.Surrogate)
        {
            return found;
        }

        if (Rune.DecodeFromUtf16(text[position..], out var rune, out units) != System.Buffers.OperationStatus.Done)
        {
            units = 1;
            return CharacterClass.Other;
        }

        return rune.Value is >= 0x20000 and <= 0x3FFFF ? CharacterClass.Ideograph
            : Rune.IsLetterOrDigit(rune) ? CharacterClass.Letter
            : CharacterClass.Other;
    }

    /// <summary>
    /// A character in lower case, in its half- or full-width form of old standing, without accents (Latin, Greek, Cyrillic),
    /// vowel signs (Arabic, Hebrew: none left, so <c>\0</c>) or letter variants. <c>\0</c> where nothing is left.
    /// </summary>
    public static char Fold(char unit) => Folds[unit];

    private static CharacterClass[] BuildClasses()
    {
        var classes = new CharacterClass[char.MaxValue + 1];
        for (var value = 0; value <= char.MaxValue; value++)
        {
            var unit = (char)value;
            classes[value] = char.IsSurrogate(unit) ? CharacterClass.Surrogate : char.GetUnicodeCategory(unit) switch
            {
                UnicodeCategory.DecimalDigitNumber => CharacterClass.Digit,
                UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark =>
                    IsUnspaced(unit) ? CharacterClass.Ideograph : CharacterClass.Mark,
                UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                    or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber =>
                    IsUnspaced(unit) ? CharacterClass.Ideograph : CharacterClass.Letter,
                _ => CharacterClass.Other,
            };
        }

        return classes;
    }

    // Blocks of the Unicode Standard: Thai, Lao; Myanmar; Khmer; radicals to kana, bopomofo and ideographs; Hangul; compatibility
    // ideographs; half-width kana and Hangul. Korean has blanks between words, but its words carry particles: bigrams find them.
    private static bool IsUnspaced(char unit) => unit is
        (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1100' and <= '\u11FF') or (>= '\u1780' and <= '\u17FF')
        or (>= '\u2E80' and <= '\u2FDF') or (>= '\u3005' and <= '\u3007') or (>= '\u3031' and <= '\u318F')
        or (>= '\u31A0' and <= '\u31FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF')
        or (>= '\uAC00' and <= '\uD7AF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF66' and <= '\uFFDC');

    private static char[] BuildFolds()
    {
        var folds = new char[char.MaxValue + 1];
        for (var value = 0; value <= char.MaxValue; value++)
        {
            folds[value] = FoldOne((char)value);
        }

        const string HalfWidthKana = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
        for (var i = 0; i < HalfWidthKana.Length; i++)
        {
            folds['\uFF66' + i] = HalfWidthKana[i];
        }

        return folds;
    }

    private static char FoldOne(char unit)
    {
        if (unit is >= '\uFF01' and <= '\uFF5E')
        {
            unit = (char)(unit - 0xFEE0);
        }

        if (Classes[unit] == CharacterClass.Digit)
        {
            return (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(unit));
        }

        // Accents and points of scripts where people leave them out; Indic vowel signs are letters in all but name and stay.
        if (Classes[unit] == CharacterClass.Mark
            && unit is (>= '\u0300' and <= '\u036F') or (>= '\u0483' and <= '\u0487') or (>= '\u0591' and <= '\u05C7')
                or (>= '\u0610' and <= '\u061A') or (>= '\u064B' and <= '\u065F') or '\u0670' or (>= '\u06D6' and <= '\u06ED'))
        {
            return '\0';
        }

        var lower = char.ToLowerInvariant(unit);
        return lower switch
        {
            '\u0640' => '\0', // Arabic tatweel only stretches a word.
            '\u0622' or '\u0623' or '\u0625' or '\u0671' => '\u0627', // alef and its hamzas
            '\u0649' => '\u064A', // alef maksura, written for ya
            '\u0629' => '\u0647', // ta marbuta, written for ha
            'ø' => 'o',
            'đ' => 'd',
            'ł' => 'l',
            'ı' => 'i',
            'ς' => 'σ',
            'й' => 'й', // a letter of its own
            >= '\u00C0' and <= '\u052F' or >= '\u1E00' and <= '\u1FFF' => Nfc.BaseOf(lower),
            _ => lower,
        };
    }
}
