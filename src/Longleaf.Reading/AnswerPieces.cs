namespace Longleaf.Reading;

/// <summary>Cuts an answer's text into the small pieces that are streamed: a few words, or a few ideographs.</summary>
public static class AnswerPieces
{
    private const int Words = 4;
    private const int Longest = 32;

    /// <summary>The pieces in order; none empty, no surrogate pair split, together the text.</summary>
    public static IEnumerable<string> Cut(string text)
    {
        var (start, words) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            words += char.IsWhiteSpace(text[i]) ? 2 : text[i] >= 0x2e80 ? 1 : 0;
            if ((words >= 2 * Words || i - start >= Longest) && i + 1 < text.Length && !char.IsHighSurrogate(text[i]) && !char.IsLowSurrogate(text[i + 1]))
            {
                yield return text[start..(i + 1)];
                (start, words) = (i + 1, 0);
            }
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }
}
