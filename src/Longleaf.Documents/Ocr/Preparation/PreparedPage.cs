namespace Longleaf.Documents.Ocr.Preparation;

/// <summary>A page as it is recognised best.</summary>
/// <param name="Body">The page straight, dark on light, its tables blanked.</param>
/// <param name="Tables">Its ruled tables, with the sheets of their cells.</param>
/// <param name="Scale">How many pixels of <paramref name="Body"/> stand for one of what the tables' places are told in.</param>
internal sealed record PreparedPage(GrayPicture Body, IReadOnlyList<(RuledTable Table, IReadOnlyList<CellSheet> Sheets)> Tables, double Scale)
{
    /// <summary>Whether anything stands outside of the tables.</summary>
    public bool HasBody { get; } = !Ink.Bounds(Body, new PixelArea(0, 0, Body.Width, Body.Height), 127).IsEmpty;
}
