using Longleaf.Evaluation.Scoring;
using Longleaf.Reading.Text;

namespace Longleaf.Evaluation.Baselines;

/// <summary>The peer's summaries: the sentences that a BM25 finds for the question, or the first ones, up to a number of tokens.</summary>
internal static class PlainSummary
{
    /// <summary>Sentences of a text in its order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="question">What they are found by; <see langword="null"/> for the first ones.</param>
    /// <param name="tokens">How many tokens, as ROUGE counts them.</param>
    public static string Of(string text, string? question, int tokens)
    {
        string[] sentences = [.. Sentences.Split(text).Select(range => text[range]).Where(sentence => !string.IsNullOrWhiteSpace(sentence))];
        var order = question is null ? Enumerable.Range(0, sentences.Length) : Found(sentences, question);
        var (taken, rest) = (new List<int>(), tokens);
        foreach (var number in order)
        {
            taken.Add(number);
            rest -= Rouge.Tokens(sentences[number]).Count;
            if (rest <= 0)
            {
                break;
            }
        }

        return string.Join(' ', taken.Order().Select(number => sentences[number]));
    }

    private static IEnumerable<int> Found(string[] sentences, string question)
    {
        var search = new PlainBm25();
        foreach (var sentence in sentences)
        {
            search.Add(sentence);
        }

        return search.Search(question, sentences.Length).Select(found => found.Unit);
    }
}
