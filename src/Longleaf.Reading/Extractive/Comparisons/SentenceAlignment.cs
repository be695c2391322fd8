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
        if (ours.Length == 0 || theirs.Length == 0)
        {
            return [];
        }

        // Numbers are what differs: they must not keep two sentences apart.
        var graph = new SentenceGraph([.. ours.Concat(theirs).Select(statement => Digits().Replace(statement.Text, " "))]);
        var candidates = new List<(int Ours, int Theirs, double Likeness)>();
        for (var i = 0; i < ours.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var j = 0; j < theirs.Length; j++)
            {
                var likeness = graph.Similarity(i, ours.Length + j);
                if (likeness >= Alike)
                {
                    candidates.Add((i, j, likeness));
                }
            }
        }

        var (usedOurs, usedTheirs, rows) = (new HashSet<int>(), new HashSet<int>(), new List<(int Order, ComparedRow Row)>());
        foreach (var (i, j, _) in candidates.OrderByDescending(candidate => candidate.Likeness))
        {
            if (!usedOurs.Contains(i) && !usedTheirs.Contains(j))
            {
                usedOurs.Add(i);
                usedTheirs.Add(j);
                var (bold, otherBold) = ChangedWords.Find(ours[i].Text, theirs[j].Text);
                rows.Add((i, new ComparedRow(Label(first, ours[i], theirs[j]), [new ComparedCell(ours[i], .., bold), new ComparedCell(theirs[j], .., otherBold)])));
            }
        }

        return [.. rows.OrderBy(row => row.Order).Select(row => row.Row)];
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
