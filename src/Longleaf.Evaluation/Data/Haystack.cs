using Longleaf.Reading.Text;

namespace Longleaf.Evaluation.Data;

/// <summary>Novels and classics up to a number of tokens, as texts with the names that users would give them.</summary>
internal static class Haystack
{
    private const int CutPrecision = 2_000;

    /// <summary>Texts of a language, in an order of chance, the last one cut at a paragraph; when a language is used up, the other follows.</summary>
    /// <param name="data">Where they are.</param>
    /// <param name="language"><c>en</c> or <c>zh</c>.</param>
    /// <param name="tokens">How many tokens in all, but for part of a paragraph.</param>
    /// <param name="random">The order.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static IReadOnlyList<(string Name, string Text)> Take(EvaluationData data, string language, long tokens, Random random, CancellationToken cancellationToken)
    {
        var texts = new List<(string, string)>();
        var rest = tokens;
        foreach (var isChinese in (bool[])[language == "zh", language != "zh"])
        {
            if (rest <= 0)
            {
                break;
            }

            (string Name, string Text)[] all = [.. data.Haystack(isChinese ? "haystack-zh" : "haystack-en")];
            random.Shuffle(all);
            foreach (var (name, text) in all)
            {
                var needed = TokenCounter.Shared.Count(text);
                cancellationToken.ThrowIfCancellationRequested();
                var taken = needed <= rest ? text : Cut(text, rest);
                if (taken.Length > 0)
                {
                    texts.Add((FileName(name), taken));
                }

                rest -= needed;
                if (rest <= 0)
                {
                    break;
                }
            }
        }

        return texts;
    }

    // An underscore means emphasis to some: nobody names a book so.
    private static string FileName(string name) => name.Replace('_', ' ');

    private static string Cut(string text, long tokens)
    {
        // What has as many tokens is found by counting: they are spread unevenly over a text.
        var (low, high) = (0, text.Length);
        while (high - low > CutPrecision)
        {
            var middle = (low + high) / 2;
            (low, high) = TokenCounter.Shared.Count(text.AsSpan(0, middle)) <= tokens ? (middle, high) : (low, middle);
        }

        var end = text.LastIndexOf('\n', low);
        return end < 0 ? "" : text[..end];
    }
}
