using System.Text.RegularExpressions;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Extractive.Summaries;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Comparisons;

/// <summary>Pairs the sentences of two documents that speak of the same thing, and tells whether they say the same of it.</summary>
internal static partial class SentenceAlignment
{
    private const int MaxSentences = 400;
    private const double Alike = 0.42;

    /// <summary>The pairs, in the first document's order.</summary>
    public static IReadOnlyList<ComparedRow> Pair(ReadableDocument first, IReadOnlyList<Statement> left, IReadOnlyList<Statement> right, CancellationToken cancellationToken)
    {
        var (ours, theirs) = (left.Take(MaxSentences).ToArray(), right.Take(MaxSentences).ToArray());
        return
        [
            .. Pairs([.. ours.Select(statement => statement.Text)], [.. theirs.Select(statement => statement.Text)], bonus: null, cancellationToken).OrderBy(pair => pair.Ours).Select(pair =>
            {
                var (one, other) = (ours[pair.Ours], theirs[pair.Theirs]);
                var (bold, otherBold) = ChangedWords.Find(one.Text, other.Text);
                return new ComparedRow(Label(first, one, other), [new ComparedCell(one, .., bold), new ComparedCell(other, .., otherBold)]);
            }),
        ];
    }

    /// <summary>The texts of two that speak of the same thing, each in one pair at most, the most alike first.</summary>
    /// <param name="ours">Texts.</param>
    /// <param name="theirs">Others. Each is compared with each.</param>
    /// <param name="bonus">What two have in common besides their words; <see langword="null"/> for nothing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static IReadOnlyList<(int Ours, int Theirs)> Pairs(IReadOnlyList<string> ours, IReadOnlyList<string> theirs, Func<int, int, double>? bonus, CancellationToken cancellationToken)
    {
        if (ours.Count == 0 || theirs.Count == 0)
        {
            return [];
        }

        // Figures are what differs: they must not keep two apart.
        var graph = new SentenceGraph([.. ours.Concat(theirs).Select(text => Digits().Replace(text, " "))]);
        var candidates = new List<(int Ours, int Theirs, double Likeness)>();
        for (var i = 0; i < ours.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var j = 0; j < theirs.Count; j++)
            {
                var likeness = graph.Similarity(i, ours.Count + j) + (bonus?.Invoke(i, j) ?? 0);
                if (likeness >= Alike)
                {
                    candidates.Add((i, j, likeness));
                }
            }
        }

        var (usedOurs, usedTheirs, pairs) = (new HashSet<int>(), new HashSet<int>(), new List<(int, int)>());
        foreach (var (i, j, _) in candidates.OrderByDescending(candidate => candidate.Likeness))
        {
            if (!usedOurs.Contains(i) && !usedTheirs.Contains(j))
            {
                usedOurs.Add(i);
                usedTheirs.Add(j);
                pairs.Add((i, j));
            }
        }

        return pairs;
    }

    /// <summary>A text as it is compared: case, blanks, marks and the forms of terms do not matter.</summary>
    public static string Comparable(string text) => string.Join(' ', Word().Matches(QuotedText.Plain(text)).Select(word => word.Value.ToLowerInvariant()));

    // The title above says what a sentence is about; without one, the first words that both share do.
    private static string Label(ReadableDocument document, Statement one, Statement other)
    {
        if (document.Blocks[one.Block].Location.Section is [_, .., var title])
        {
            return title;
        }

        var shared = TextAnalyzer.Analyze(other.Text).Select(term => term.Term).ToHashSet(StringComparer.Ordinal);
        var words = TextAnalyzer.Analyze(one.Text).Where(term => shared.Contains(term.Term) && term.Length > 1).DistinctBy(term => term.Term).ToArray();
        return words.Length == 0 ? "" : Planning.QuestionLanguage.IsIdeograph(one.Text[words[0].Start])
            ? one.Text.Substring(words[0].Start, Math.Min(6, one.Text.Length - words[0].Start))
            : string.Join(' ', words.Take(3).Select(term => one.Text.Substring(term.Start, term.Length)));
    }

    [GeneratedRegex("[0-9][0-9.,]*|[零〇一二三四五六七八九十百千万]+(?=[日天年个%元])")]
    private static partial Regex Digits();

    [GeneratedRegex(@"[\p{L}\p{N}%°$€£¥]+(?:[.,][\p{N}]+)*")]
    private static partial Regex Word();
}
