using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Exact;

/// <summary>
/// Finds a string in a text to the letter: case, width, line breaks and the shape of dashes and apostrophes do not count, and no
/// match is part of a longer word, id or number.
/// </summary>
internal static class Verbatim
{
    /// <summary>Where a phrase stands at or after a position; <see langword="null"/> if nowhere.</summary>
    public static Range? Find(string text, string phrase, int from = 0)
    {
        if (phrase.Length == 0)
        {
            return null;
        }

        for (var start = Next(text, phrase[0], from); start < text.Length; start = Next(text, phrase[0], start + 1))
        {
            if (Match(text, start, phrase) is var end and > 0 && StandsAlone(text, start, end))
            {
                return start..end;
            }
        }

        return null;
    }

    /// <summary>All places of a phrase, in order, none within another.</summary>
    public static IEnumerable<Range> All(string text, string phrase)
    {
        for (var found = Find(text, phrase); found is { } range; found = Find(text, phrase, range.End.Value))
        {
            yield return range;
        }
    }

    /// <summary>Whether a phrase stands in a text.</summary>
    public static bool Holds(string text, string phrase) => Find(text, phrase) is not null;

    // Where the first unit may stand: letters, digits and ideographs are looked for many at a time.
    private static int Next(string text, char first, int from)
    {
        from = Math.Min(from, text.Length);
        var found = char.IsAsciiLetterOrDigit(first) ? text.AsSpan(from).IndexOfAny(char.ToLowerInvariant(first), char.ToUpperInvariant(first))
            : QuestionLanguage.IsIdeograph(first) ? text.AsSpan(from).IndexOf(first)
            : IndexOfShape(text.AsSpan(from), first);
        return found < 0 ? text.Length : from + found;
    }

    private static int IndexOfShape(ReadOnlySpan<char> text, char first)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Same(text[i], first))
            {
                return i;
            }
        }

        return -1;
    }

    // The end of the match that starts here; 0 if there is none. Linear in the phrase but for runs of blanks.
    private static int Match(string text, int start, string phrase)
    {
        var at = start;
        for (var i = 0; i < phrase.Length; i++)
        {
            if (char.IsWhiteSpace(phrase[i]))
            {
                if (at >= text.Length || !char.IsWhiteSpace(text[at]))
                {
                    return 0;
                }

                at = SkipBlanks(text, at);
                continue;
            }

            // A line may break between two ideographs.
            at = i > 0 && QuestionLanguage.IsIdeograph(phrase[i - 1]) ? SkipBlanks(text, at) : at;
            if (at >= text.Length || !Same(text[at], phrase[i]))
            {
                return 0;
            }

            at++;
        }

        return at;
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool StandsAlone(string text, int start, int end) =>
        !(IsWord(text[start]) && Continues(text, start - 1, -1)) && !(IsWord(text[end - 1]) && Continues(text, end, 1));

    // A letter goes on; so does a dash or an underscore with a letter behind it, and a stop between digits.
    private static bool Continues(string text, int at, int step)
    {
        if (at < 0 || at >= text.Length)
        {
            return false;
        }

        var next = at + step;
        return IsWord(text[at])
            || (next >= 0 && next < text.Length && IsWord(text[next]) && (Shape(text[at]) == '-' || (text[at] is '.' or ',' && char.IsAsciiDigit(text[next]) && char.IsAsciiDigit(text[at - step]))));
    }

    private static bool IsWord(char unit) => unit == '_' || CharacterTable.ClassOf(unit) is CharacterClass.Letter or CharacterClass.Digit;

    private static bool Same(char one, char other) => one == other || Shape(one) == Shape(other);

    private static char Shape(char unit) => unit switch
    {
        '\u2010' or '\u2011' or '\u2012' or '\u2013' => '-',
        '\u2019' or '\u2018' => '\'',
        '\u3000' => ' ',
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(unit - 0xFEE0)),
        _ => char.ToLowerInvariant(unit),
    };
}
