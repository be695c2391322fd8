using System.Text;

namespace Longleaf.Evaluation.Scoring;

/// <summary>ROUGE (Lin 2004) of one text against one reference: F1 of overlapping n-grams, and of the longest common subsequence of the whole texts.</summary>
/// <remarks>Tokens are runs of letters and digits in lower case, each ideograph by itself; no stemming, no stop words. Texts are cut at <see cref="MaxTokens"/>.</remarks>
internal static class Rouge
{
    /// <summary>The most tokens of a text that count: the longest common subsequence takes their product of steps.</summary>
    public const int MaxTokens = 4_000;

    /// <summary>The tokens of a text.</summary>
    public static IReadOnlyList<string> Tokens(string text)
    {
        var (tokens, token) = (new List<string>(), new StringBuilder());
        foreach (var rune in text.EnumerateRunes())
        {
            var isIdeograph = rune.Value is >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF;
            if (token.Length > 0 && (isIdeograph || !Rune.IsLetterOrDigit(rune)))
            {
                tokens.Add(token.ToString());
                token.Clear();
            }

            if (isIdeograph)
            {
                tokens.Add(rune.ToString());
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                token.Append(Rune.ToLowerInvariant(rune).ToString());
            }

            if (tokens.Count == MaxTokens)
            {
                return tokens;
            }
        }

        return token.Length > 0 ? [.. tokens, token.ToString()] : tokens;
    }

    /// <summary>ROUGE-N, F1 from 0 to 1; an n-gram counts as often as both texts have it.</summary>
    public static double N(int n, IReadOnlyList<string> text, IReadOnlyList<string> reference)
    {
        var (own, wanted) = (Grams(n, text), Grams(n, reference));
        return F1(own.Sum(gram => Math.Min(gram.Value, wanted.GetValueOrDefault(gram.Key))), own.Values.Sum(), wanted.Values.Sum());
    }

    /// <summary>ROUGE-L, F1 from 0 to 1.</summary>
    public static double L(IReadOnlyList<string> text, IReadOnlyList<string> reference)
    {
        var (before, now) = (new int[reference.Count + 1], new int[reference.Count + 1]);
        foreach (var token in text)
        {
            for (var j = 0; j < reference.Count; j++)
            {
                now[j + 1] = token == reference[j] ? before[j] + 1 : Math.Max(now[j], before[j + 1]);
            }

            (before, now) = (now, before);
        }

        return F1(before[^1], text.Count, reference.Count);
    }

    private static Dictionary<string, int> Grams(int n, IReadOnlyList<string> tokens)
    {
        var grams = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i + n <= tokens.Count; i++)
        {
            var gram = string.Join('\n', tokens.Skip(i).Take(n));
            grams[gram] = grams.GetValueOrDefault(gram) + 1;
        }

        return grams;
    }

    private static double F1(int common, int own, int wanted) => common == 0 ? 0 : 2.0 * common / (own + wanted);
}
