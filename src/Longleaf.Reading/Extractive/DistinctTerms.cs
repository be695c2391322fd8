using System.Globalization;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive;

/// <summary>The words that two documents of prose do not share: what each is about, as far as words tell.</summary>
internal static class DistinctTerms
{
    private const int Shown = 10;

    /// <summary>A line for each document.</summary>
    public static IEnumerable<AnswerLine> Lines(IReadOnlyList<ReadableDocument> documents, int left, int right, Phrases phrases, CancellationToken cancellationToken)
    {
        var (ours, theirs) = (Count(documents[left], left, cancellationToken), Count(documents[right], right, cancellationToken));
        foreach (var (position, mine, others) in ((int, Dictionary<string, (string Word, int Uses)>, Dictionary<string, (string Word, int Uses)>)[])[(left, ours, theirs), (right, theirs, ours)])
        {
            string[] words =
            [
                .. mine.Where(pair => pair.Value.Uses > 2)
                    .OrderByDescending(pair => pair.Value.Uses * Math.Log(1 + (pair.Value.Uses / (1.0 + others.GetValueOrDefault(pair.Key).Uses))))
                    .ThenBy(pair => pair.Key, StringComparer.Ordinal)
                    .Take(Shown)
                    .Select(pair => QuotedText.Inert(pair.Value.Word)),
            ];
            if (words.Length > 0)
            {
                var name = QuotedText.FileName(Path.GetFileNameWithoutExtension(documents[position].Name));
                yield return new AnswerLine("\n" + string.Format(CultureInfo.InvariantCulture, phrases.Terms, name) + " " + string.Join(", ", words) + phrases.Stop + "\n", []);
            }
        }
    }

    private static Dictionary<string, (string Word, int Uses)> Count(ReadableDocument document, int position, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, (string Word, int Uses)>(StringComparer.Ordinal);
        foreach (var sentence in SummaryCandidates.Read(document, position, .., cancellationToken).Sentences)
        {
            foreach (var term in TextAnalyzer.Analyze(sentence.Text).Where(term => term.Length > 2 || QuestionLanguage.IsIdeograph(term.Term[0])))
            {
                var known = counts.GetValueOrDefault(term.Term, (sentence.Text.Substring(term.Start, term.Length), 0));
                counts[term.Term] = (known.Item1, known.Item2 + 1);
            }
        }

        return counts;
    }
}
