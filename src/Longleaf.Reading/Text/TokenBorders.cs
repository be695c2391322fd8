namespace Longleaf.Reading.Text;

/// <summary>Where text may be cut for counting without changing the count.</summary>
internal static class TokenBorders
{
    // Long enough that cutting costs nothing, short enough that no buffer behind it is large.
    private const int ChunkLength = 16 * 1024;

    /// <summary>How much of a text to count at once; not 0 unless the text is empty.</summary>
    /// <remarks>
    /// In Qwen2.5's pattern a token starts at every blank after something else and at everything that follows a letter and is none, and
    /// what comes after does not depend on what was before: a cut there changes no count. (Not within ASCII, where a special token may
    /// be.) A run of one kind without a border is cut at <see cref="TokenCounter.MaxRunLength"/>.
    /// </remarks>
    public static int Chunk(ReadOnlySpan<char> text)
    {
        var end = Math.Min(text.Length, ChunkLength);
        var (border, run) = (0, 0);
        var before = Kind.Space;
        for (var i = 0; i < end; i++)
        {
            var kind = KindOf(text[i]);
            if (i > 0 && IsBorder(before, kind, text[i]))
            {
                border = i;
            }

            run = kind == before ? run + 1 : 0;
            if (run >= TokenCounter.MaxRunLength)
            {
                return char.IsLowSurrogate(text[i]) ? i - 1 : i;
            }

            before = kind;
        }

        return end == text.Length ? end : border > 0 ? border : char.IsLowSurrogate(text[end]) ? end - 1 : end;
    }

    private static bool IsBorder(Kind before, Kind kind, char unit) =>
        (unit == ' ' && before != Kind.Space) || (before == Kind.Letter && kind == Kind.Other && unit > '\u007F' && !char.IsSurrogate(unit));

    private static Kind KindOf(char unit) => unit <= '\u007F'
        ? char.IsAsciiLetter(unit) ? Kind.Letter : char.IsAsciiDigit(unit) ? Kind.Digit : unit <= ' ' ? Kind.Space : Kind.Other
        : char.IsLetter(unit) || char.IsSurrogate(unit) ? Kind.Letter : char.IsWhiteSpace(unit) ? Kind.Space : Kind.Other;

    private enum Kind
    {
        Space,
        Letter,
        Digit,
        Other,
    }
}
