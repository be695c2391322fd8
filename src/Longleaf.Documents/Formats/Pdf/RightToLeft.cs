using System.Globalization;
using System.Text;

namespace Longleaf.Documents.Formats.Pdf;

/// <summary>Turns lines of Hebrew and Arabic from the order that they are seen in, which is the order of a PDF, into the order that they are read in.</summary>
internal static class RightToLeft
{
    /// <summary>Whether text holds a letter of a right-to-left script.</summary>
    public static bool IsStrong(string text)
    {
        foreach (var unit in text)
        {
            if (unit is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC'))
            {
                return !char.IsDigit(unit) && CharUnicodeInfo.GetUnicodeCategory(unit) is not UnicodeCategory.NonSpacingMark;
            }
        }

        return false;
    }

    /// <summary>Whether a letter is a point or vowel over another.</summary>
    public static bool IsMark(string letter) =>
        letter.Length > 0 && letter[0] >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(letter[0]) is UnicodeCategory.NonSpacingMark;

    /// <summary>Whether a right-to-left word and one of another script meet: the blank between them may be drawn at the other end of its run.</summary>
    public static bool ChangesScript(string one, string other) =>
        (IsStrong(one) && other.Length > 0 && char.IsLetter(other[0]) && !IsStrong(other)) || (IsStrong(other) && one.Length > 0 && char.IsLetter(one[0]) && !IsStrong(one));

    /// <summary>The line in the order of reading: turned round, but for runs of left-to-right text and numbers in it.</summary>
    /// <param name="visual">Its letters from left to right; a letter may be several characters, which stay together.</param>
    public static string ToLogical(IReadOnlyList<string> visual)
    {
        var result = new StringBuilder();
        for (var index = visual.Count - 1; index >= 0; index--)
        {
            if (!IsLeftToRight(visual[index]))
            {
                result.Append(Mirror(visual[index]));
                continue;
            }

            // The run goes on over blanks and signs as long as more left-to-right text follows.
            var start = index;
            for (var probe = index - 1; probe >= 0 && !IsStrong(visual[probe]); probe--)
            {
                start = IsLeftToRight(visual[probe]) ? probe : start;
            }

            for (var at = start; at <= index; at++)
            {
                result.Append(visual[at]);
            }

            index = start;
        }

        return result.ToString();
    }

    private static bool IsLeftToRight(string letter) => letter.Length > 0 && !IsStrong(letter) && char.IsLetterOrDigit(letter[0]);

    private static string Mirror(string letter) => letter switch
    {
        "(" => ")",
        ")" => "(",
        "[" => "]",
        "]" => "[",
        "{" => "}",
        "}" => "{",
        "<" => ">",
        ">" => "<",
        "«" => "»",
        "»" => "«",
        _ => letter,
    };
}
