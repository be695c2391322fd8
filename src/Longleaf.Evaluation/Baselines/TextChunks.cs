namespace Longleaf.Evaluation.Baselines;

/// <summary>Cuts a text into chunks of about 200 words, or 300 ideographs, as the peer does that knows no sentences.</summary>
internal static class TextChunks
{
    private const int Words = 200;

    // As many tokens as an English word has, about.
    private const double WordsOfIdeograph = 2.0 / 3;

    /// <summary>The chunks in order; together they are the text.</summary>
    public static IEnumerable<Range> Of(string text)
    {
        var (start, words) = (0, 0.0);
        for (var at = 0; at < text.Length; at++)
        {
            var isBreak = char.IsWhiteSpace(text[at]);
            words += text[at] >= '\u2E80' ? WordsOfIdeograph : isBreak && at > 0 && !char.IsWhiteSpace(text[at - 1]) ? 1 : 0;
            if (words >= Words && (isBreak || text[at] >= '\u2E80') && !char.IsHighSurrogate(text[at]))
            {
                yield return start..(at + 1);
                (start, words) = (at + 1, 0);
            }
        }

        if (start < text.Length)
        {
            yield return start..text.Length;
        }
    }
}
