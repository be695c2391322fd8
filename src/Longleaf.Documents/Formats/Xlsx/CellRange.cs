namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>A rectangle of cells, both corners in it.</summary>
internal sealed record CellRange(CellReference First, CellReference Last)
{
    /// <summary>Reads <c>A1:B2</c> or <c>A1</c>; <see langword="null"/> if it is neither.</summary>
    public static CellRange? Parse(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (CellReference.Parse(colon < 0 ? text : text[..colon]) is not { } first)
        {
            return null;
        }

        var last = colon < 0 ? first : CellReference.Parse(text[(colon + 1)..]);
        return last is { } end && end.Row >= first.Row && end.Column >= first.Column ? new CellRange(first, end) : null;
    }
}
