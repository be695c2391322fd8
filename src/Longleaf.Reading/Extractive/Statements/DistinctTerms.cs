using System.Globalization;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Summaries;
using Longleaf.Reading.Extractive.Summaries.Speech;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Statements;

/// <summary>The words that two documents of prose share and do not share: what each is about, as far as words tell.</summary>
internal static class DistinctTerms
{
    private const int Shown = 10;

    /// <summary>A line for what they share, and one for each document.</summary>
    public static IEnumerable<AnswerLine> Lines(IReadOnlyList<ReadableDocument> documents, int left, int right, Phrases phrases, bool withShared, CancellationToken cancellationToken)
    {
        var (ours, theirs) = (Count(SummaryCandidates.Read(documents[left], left, .., cancellationToken).Sentences), Count(SummaryCandidates.Read(documents[right], right, .., cancellationToken).Sentences));
        string[] shared =
        [
            .. ours.Where(pair => pair.Key.Length > 3 || QuestionLanguage.IsIdeograph(pair.Key[0]))
                .Where(pair => !Query.SaysLittle(pair.Key) && pair.Value.Uses > 1 && theirs.GetValueOrDefault(pair.Key).Uses > 1)
                .OrderByDescending(pair => Math.Min(pair.Value.Uses, theirs[pair.Key].Uses))
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Take(Shown)
                .Select(pair => QuotedText.Inert(pair.Value.Word)),
        ];
        if (withShared && shared.Length > 2)
        {
            yield return new AnswerLine("\n" + phrases.SharedTerms + " " + string.Join(phrases.Comma, shared) + phrases.Stop + "\n", []);
        }

        foreach (var (position, words) in ((int, IReadOnlyList<string>)[])[(left, Telling(ours, theirs)), (right, Telling(theirs, ours))])
        {
            if (words.Count > 0)
            {
                var name = QuotedText.FileName(Path.GetFileNameWithoutExtension(documents[position].Name));
                yield return new AnswerLine("\n" + string.Format(CultureInfo.InvariantCulture, phrases.Terms, name) + " " + string.Join(phrases.Comma, words.Select(QuotedText.Inert)) + phrases.Stop + "\n", []);
            }
        }
    }

    /// <summary>The words that each of two texts uses often and the other does not.</summary>
    public static (IReadOnlyList<string> Ours, IReadOnlyList<string> Theirs) Of(IReadOnlyList<Statement> left, IReadOnlyList<Statement> right)
    {
        var (ours, theirs) = (Count(left), Count(right));
        return (Telling(ours, theirs), Telling(theirs, ours));
    }

    private static IReadOnlyList<string> Telling(Dictionary<string, (string Word, int Uses)> mine, Dictionary<string, (string Word, int Uses)> others) =>
    [
        .. mine.Where(pair => pair.Value.Uses > 2 && !Query.SaysLittle(pair.Key) && !SpokenStyle.SaysNothing(pair.Key))
            .OrderByDescending(pair => pair.Value.Uses * Math.Log(1 + (pair.Value.Uses / (1.0 + others.GetValueOrDefault(pair.Key).Uses))))
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(Shown)
            .Select(pair => pair.Value.Word),
    ];

    private static Dictionary<string, (string Word, int Uses)> Count(IReadOnlyList<Statement> sentences)
    {
        var counts = new Dictionary<string, (string Word, int Uses)>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            foreach (var term in TextAnalyzer.Analyze(sentence.Text).Where(term => term.Length > 2 || QuestionLanguage.IsIdeograph(term.Term[0])))
            {
                // A word that is written small somewhere is no name.
                var word = sentence.Text.Substring(term.Start, term.Length);
                var known = counts.GetValueOrDefault(term.Term, (word, 0));
                counts[term.Term] = (char.IsLower(word[0]) && !char.IsLower(known.Item1[0]) ? word : known.Item1, known.Item2 + 1);
            }
        }

        return counts;
    }
}
