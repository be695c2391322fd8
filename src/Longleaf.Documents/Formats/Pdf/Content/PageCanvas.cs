using Longleaf.Documents.Formats.Pdf.Annotations;
using Longleaf.Documents.Formats.Pdf.Tables;

namespace Longleaf.Documents.Formats.Pdf.Content;

/// <summary>Takes what is drawn on a page: letters go to lines at once, of pictures only the extent is kept, of outlines the straight lines.</summary>
internal sealed class PageCanvas(double width, double height, IReadOnlyList<PageLink> links)
{
    // A page of a dictionary has 10,000.
    private const int MostLetters = 4_000_000;

    private readonly SegmentBuilder _segments = new(links);
    private int _letters;
    private double _pictures;

    public double Width { get; } = width;

    public double Height { get; } = height;

    /// <summary>Whether its content draws text, readable or not.</summary>
    public bool ShowsText { get; set; }

    /// <summary>Letters that are not blank.</summary>
    public int Letters { get; private set; }

    /// <summary>Letters of which the file does not say what they read as.</summary>
    public int UnreadableLetters { get; private set; }

    public int Curves { get; set; }

    /// <summary>The straight lines drawn.</summary>
    public PageRules Rules { get; } = new();

    /// <summary>How much of the page is under pictures; scans come in strips too: their sum counts.</summary>
    public double Coverage => Width * Height <= 0 ? 0 : _pictures / (Width * Height);

    public void Add(in PlacedLetter letter)
    {
        if (++_letters > MostLetters)
        {
            throw new UnreadableException(
                DocumentFailureCode.TooLarge, $"This PDF cannot be parsed: one of its pages holds more than {MostLetters / 1_000_000} million letters.");
        }

        if (!string.IsNullOrWhiteSpace(letter.Value))
        {
            Letters++;
            UnreadableLetters += letter.Value[0] is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') or < ' ' ? 1 : 0;
        }

        _segments.Add(letter);
    }

    /// <summary>Takes a picture: the unit square under a map.</summary>
    public void AddPicture(in Matrix place)
    {
        var (one, other) = (place.Map(0, 0), place.Map(1, 1));
        var (third, fourth) = (place.Map(0, 1), place.Map(1, 0));
        var (left, right) = (Least(one.X, other.X, third.X, fourth.X), -Least(-one.X, -other.X, -third.X, -fourth.X));
        var (bottom, top) = (Least(one.Y, other.Y, third.Y, fourth.Y), -Least(-one.Y, -other.Y, -third.Y, -fourth.Y));
        _pictures += Math.Max(0, Math.Min(right, Width) - Math.Max(left, 0)) * Math.Max(0, Math.Min(top, Height) - Math.Max(bottom, 0));
    }

    /// <summary>Where the blanks of the segments are.</summary>
    public List<double> Gaps => _segments.Gaps;

    public List<TextSegment> Segments() => _segments.Complete();

    private static double Least(double a, double b, double c, double d) => Math.Min(Math.Min(a, b), Math.Min(c, d));
}
