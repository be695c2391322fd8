using System.Buffers;
using Longleaf.Reading.Extractive.Lookups;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Statements;

/// <summary>Cuts a very long sentence around what answers.</summary>
internal static class SentenceWindow
{
    // A sentence up to this long is told whole.
    private const int Longest = 300;
    private const int Shown = 220;
    private const int Before = 40;

    private static readonly SearchValues<char> Borders = SearchValues.Create(",;:，；：—、");

    /// <summary>The stretch to show: whole clauses around the question's words and the span.</summary>
    public static Range Around(Statement statement, AnswerSpan? span, Query query)
    {
        var text = statement.Text;
        if (text.Length <= Longest)
        {
            return 0..text.Length;
        }

        int[] places = [.. TextAnalyzer.Analyze(text).Where(term => query.Known.Contains(term.Term)).Select(term => term.Start)];
        var center = span?.Start ?? (places.Length == 0 ? 0 : places.MaxBy(place => places.Count(other => other >= place && other < place + Shown)));
        var start = places.Where(place => place <= center && place > center - (Shown / 2)).DefaultIfEmpty(center).Min();

        // What a clause leans on stands before it: one clause more, or at least some words.
        var lead = text.AsSpan(0, Math.Max(0, start - Before)).LastIndexOfAny(Borders) + 1;
        var blank = text.AsSpan(0, Math.Max(0, start - Before)).LastIndexOf(' ') + 1;
        start = start <= Shown / 2 ? 0 : start - lead <= 140 ? lead : start - blank <= 2 * Before ? blank : start;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        var least = Math.Min(text.Length, Math.Max(start + Shown, (span?.End ?? 0) + 1));
        var rest = text.AsSpan(least).IndexOfAny(Borders);
        var end = text.Length - least < 60 ? text.Length : rest is >= 0 and < 100 ? least + rest : least + Math.Max(0, text.AsSpan(least).IndexOf(' '));
        return start..(end < text.Length && char.IsLowSurrogate(text[end]) ? end + 1 : end);
    }
}
