using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Comparisons;

/// <summary>Finds where two wordings of a clause part and meet again.</summary>
internal static class ChangedWords
{
    // Where most is different, setting it off says nothing.
    private const double Most = 0.6;

    /// <summary>The stretch of each that differs, whole words; empty where nothing or nearly all does.</summary>
    public static (Range One, Range Other) Find(string one, string other)
    {
        var start = 0;
        while (start < one.Length && start < other.Length && one[start] == other[start])
        {
            start++;
        }

        var (endOne, endOther) = (one.Length, other.Length);
        while (endOne > start && endOther > start && one[endOne - 1] == other[endOther - 1])
        {
            (endOne, endOther) = (endOne - 1, endOther - 1);
        }

        while (start > 0 && IsWithinWord(one, other, start))
        {
            start--;
        }

        while (endOne < one.Length && endOther < other.Length && (IsWithinWord(one, endOne) || IsWithinWord(other, endOther)))
        {
            (endOne, endOther) = (endOne + 1, endOther + 1);
        }

        return (Bounded(one, start, endOne), Bounded(other, start, endOther));
    }

    private static Range Bounded(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end <= start || end - start > Most * text.Length ? default : start..end;
    }

    private static bool IsWithinWord(string one, string other, int at) => IsWithinWord(one, at) || IsWithinWord(other, at);

    // Between two letters or figures of a word; ideographs are words of their own, and a surrogate pair is not cut.
    private static bool IsWithinWord(string text, int at) =>
        at > 0 && at < text.Length && (char.IsLowSurrogate(text[at]) || (IsWordPart(text[at - 1], text[at]) && IsWordPart(text[at], text[at - 1])));

    private static bool IsWordPart(char character, char neighbour) =>
        (char.IsLetterOrDigit(character) && !QuestionLanguage.IsIdeograph(character)) || (character is '.' or ',' && char.IsAsciiDigit(neighbour));
}
