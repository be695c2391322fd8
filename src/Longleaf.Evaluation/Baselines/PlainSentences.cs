using Longleaf.Reading.Text;

namespace Longleaf.Evaluation.Baselines;

/// <summary>The peer's sentence reader: sentences of the best five paragraphs by idf overlap and 1.5 times their paragraph's score.</summary>
internal static class PlainSentences
{
    private const int Paragraphs = 5;
    private const double ParagraphWeight = 1.5;

    /// <summary>The sentences, best first.</summary>
    /// <param name="search">The peer's search.</param>
    /// <param name="found">What it found.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="textOf">The text of a paragraph.</param>
    public static IReadOnlyList<string> Rank(PlainBm25 search, IReadOnlyList<(int Unit, double Score)> found, string question, Func<int, string> textOf)
    {
        var terms = PlainBm25.Terms(question).ToDictionary(term => term, search.InverseDocumentFrequency, StringComparer.Ordinal);
        var total = Math.Max(terms.Values.Sum(), double.Epsilon);
        var ranked = new List<(string Text, double Score)>();
        foreach (var (unit, score) in found.Take(Paragraphs))
        {
            var text = textOf(unit);
            foreach (var range in Sentences.Split(text))
            {
                var sentence = text[range];
                var overlap = PlainBm25.Terms(sentence).Sum(term => terms.GetValueOrDefault(term));
                ranked.Add((sentence, (overlap / total) + (ParagraphWeight * score / found[0].Score)));
            }
        }

        return [.. ranked.OrderByDescending(sentence => sentence.Score).Select(sentence => sentence.Text)];
    }
}
