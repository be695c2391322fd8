using System.Globalization;

namespace Longleaf.Evaluation;

/// <summary>Lengths in tokens as people write them: 128k, 1M, 10M.</summary>
public static class TokenLength
{
    /// <summary>Reads a length: a number, with <c>k</c> for thousands or <c>M</c> for millions.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="tokens">The tokens, from 0 to <see cref="EvaluationOptions.MaxTokens"/>.</param>
    /// <returns>Whether it is a length.</returns>
    public static bool TryRead(string text, out long tokens)
    {
        tokens = 0;
        ArgumentNullException.ThrowIfNull(text);
        var factor = text.Length == 0 ? 1 : char.ToLowerInvariant(text[^1]) switch { 'k' => 1_000, 'm' => 1_000_000, _ => 1 };
        var digits = factor == 1 ? text : text[..^1];
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > EvaluationOptions.MaxTokens / factor)
        {
            return false;
        }

        tokens = (long)(number * factor);
        return true;
    }

    /// <summary>Writes a length.</summary>
    public static string Write(long tokens) => tokens switch
    {
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{tokens / 1_000_000.0:0.#}M"),
        >= 1_000 => string.Create(CultureInfo.InvariantCulture, $"{tokens / 1_000.0:0.#}k"),
        _ => tokens.ToString(CultureInfo.InvariantCulture),
    };
}
