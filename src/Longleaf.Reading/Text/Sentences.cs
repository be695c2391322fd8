using System.Buffers;

namespace Longleaf.Reading.Text;

/// <summary>Finds sentences, in Latin scripts and CJK.</summary>
public static class Sentences
{
    /// <summary>The longest sentence, in UTF-16 units: what has no border for longer is cut, at a blank or a comma where it has one.</summary>
    public const int MaxLength = 2_000;

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(";；，、,:：");

    /// <summary>The sentences of a text in order, trimmed; together they hold all that is not blank.</summary>
    /// <remarks>
    /// Empty lines, list items, table rows, headings and the lines of fenced code are borders; a line break within a paragraph is not.
    /// Linear in the text's length whatever the text.
    /// </remarks>
    public static IReadOnlyList<Range> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<Range>();
        Split(text, everyLine: false, found);
        return found;
    }

    /// <summary>As <see cref="Split(string)"/>, into a list that is added to.</summary>
    /// <param name="text">The text.</param>
    /// <param name="everyLine">Whether each line is a sentence: code.</param>
    /// <param name="found">Takes the sentences.</param>
    internal static void Split(ReadOnlySpan<char> text, bool everyLine, List<Range> found)
    {
        var lines = new LineBorders(text, everyLine);
        var start = 0;
        while (start < text.Length)
        {
            var end = lines.NextBorder(start);
            SplitRun(text, start, end, found);
            start = end;
        }
    }

    private static void SplitRun(ReadOnlySpan<char> text, int start, int end, List<Range> found)
    {
        var from = start;
        for (var i = start; i < end; i++)
        {
            if (SentenceEnd.IsTerminator(text[i]) && SentenceEnd.After(text[..end], from, i) is var border and > 0)
            {
                Add(text, from, border, found);
                (from, i) = (border, border - 1);
            }
        }

        Add(text, from, end, found);
    }

    private static void Add(ReadOnlySpan<char> text, int start, int end, List<Range> found)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        while (end - start > MaxLength)
        {
            var cut = Cut(text, start);
            Add(text, start, cut, found);
            start = cut;
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }
        }

        if (end > start)
        {
            found.Add(start..end);
        }
    }

    // In the second half of what fits: after the last clause, else the last blank, else between two characters.
    private static int Cut(ReadOnlySpan<char> text, int start)
    {
        var half = text.Slice(start + (MaxLength / 2), MaxLength / 2);
        var clause = half.LastIndexOfAny(ClauseMarks);
        var cut = clause >= 0 ? clause : half.LastIndexOfAny(" \t\n\u3000");
        var at = cut >= 0 ? start + (MaxLength / 2) + cut + 1 : start + MaxLength;
        return char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }
}
