namespace Longleaf.Documents.Formats.Pdf;

/// <summary>The font sizes of a document: which is the body's, and which are headings'.</summary>
internal sealed class FontSizes
{
    private const double HeadingFactor = 1.12;
    private const int MostLevels = 4;

    private readonly List<double> _headings;

    public FontSizes(IEnumerable<PageContent> pages)
    {
        var characters = new Dictionary<double, long>();
        foreach (var line in pages.SelectMany(page => page.Lines))
        {
            var size = Rounded(line.Size);
            characters[size] = characters.GetValueOrDefault(size) + line.Text.Length;
        }

        Body = characters.Count == 0 ? 10 : characters.MaxBy(entry => entry.Value).Key;
        var total = characters.Values.Sum();
        // Sizes that much text has are no headings', however large: slides.
        _headings = [.. characters.Where(entry => entry.Key >= Body * HeadingFactor && entry.Value < total * 0.2)
            .Select(entry => entry.Key)
            .OrderDescending()];
    }

    public double Body { get; }

    /// <summary>The level of a heading of a size, 1 the largest; <see langword="null"/> if it is none.</summary>
    public int? HeadingLevel(double size)
    {
        var index = _headings.IndexOf(Rounded(size));
        return index < 0 ? null : Math.Min(index + 1, MostLevels);
    }

    private static double Rounded(double size) => Math.Round(size * 2) / 2;
}
