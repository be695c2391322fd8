using Longleaf.Documents.Formats.Pdf.Content;
using UglyToad.PdfPig.Tokens;

namespace Longleaf.Documents.Formats.Pdf.Annotations;

/// <summary>What stands on a page but not in its content: links, values of form fields, text boxes and comments.</summary>
internal sealed class PageAnnotations
{
    private const int MostAnnotations = 20_000;
    private const int HiddenFlags = 2 | 32;
    private const int MostCharacters = 1 << 20;
    private const double UsualSize = 10;

    private readonly PdfObjects _objects;
    private readonly Matrix _transformation;

    public PageAnnotations(PdfObjects objects, DictionaryToken page, in Matrix transformation)
    {
        (_objects, _transformation) = (objects, transformation);
        foreach (var token in objects.Array(page, "Annots")?.Data.Take(MostAnnotations) ?? [])
        {
            if (PdfObjects.AsDictionary(objects.Resolve(token)) is { } annotation && ((int)(objects.Number(annotation, "F") ?? 0) & HiddenFlags) == 0
                && objects.Numbers(annotation, "Rect") is [var a, var b, var c, var d])
            {
                Take(annotation, Place(a, b, c, d));
            }
        }
    }

    public List<PageLink> Links { get; } = [];

    /// <summary>Text that is seen on the page, with its place.</summary>
    public List<TextSegment> Texts { get; } = [];

    /// <summary>What readers of the page have noted.</summary>
    public List<string> Comments { get; } = [];

    /// <summary>Appearances of which the text is known only by drawing them.</summary>
    public List<(StreamToken Form, Box Place)> Drawings { get; } = [];

    private void Take(DictionaryToken annotation, Box place)
    {
        var text = Shortened(_objects.Text(annotation, "Contents"));
        switch (_objects.Name(annotation, "Subtype"))
        {
            case "Link":
                if (_objects.Text(_objects.Dictionary(annotation, "A"), "URI") is { } address)
                {
                    Links.Add(new PageLink(place.Left, place.Bottom, place.Right, place.Top, address));
                }

                break;
            case "Widget":
                TakeField(annotation, place);
                break;
            case "FreeText" when !string.IsNullOrWhiteSpace(text):
                AddLines(text, place);
                break;
            case "FreeText" or "Stamp":
                TakeDrawing(annotation, place);
                break;
            case "Text" or "Highlight" or "Underline" or "Squiggly" or "StrikeOut" or "Caret" or "Ink" or "Square" or "Circle" or "Line" or "Polygon"
                when !string.IsNullOrWhiteSpace(text):
                Comments.Add($"Comment: {text}");
                break;
        }
    }

    private void TakeField(DictionaryToken annotation, Box place)
    {
        var field = new FormField(_objects, annotation);
        if (Shortened(field.Value()) is { } value && !string.IsNullOrWhiteSpace(value))
        {
            AddLines(value, place);
        }
        else if (field.Type is not "Btn")
        {
            TakeDrawing(annotation, place);
        }
    }

    private void TakeDrawing(DictionaryToken annotation, Box place)
    {
        if (_objects.Value(_objects.Dictionary(annotation, "AP"), "N") is StreamToken form)
        {
            Drawings.Add((form, place));
        }
    }

    // One line stands in the middle of its field; several go down from the top.
    private void AddLines(string text, Box place)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var size = Math.Clamp((place.Top - place.Bottom) / Math.Max(1, lines.Length) * 0.7, 4, UsualSize);
        for (var index = 0; index < lines.Length; index++)
        {
            if (Text.CleanText.OfLine(lines[index]) is { Length: > 0 } line)
            {
                Texts.Add(new TextSegment
                {
                    Text = line,
                    Left = place.Left,
                    Right = place.Right,
                    Baseline = lines.Length == 1 ? ((place.Top + place.Bottom) / 2) - (0.35 * size) : place.Top - ((index + 1) * 1.2 * size),
                    Size = size,
                    IsBold = false,
                    Turn = 0,
                });
            }
        }
    }

    private static string? Shortened(string? text) => text is { Length: > MostCharacters } ? throw TooLong() : text;

    private static UnreadableException TooLong() =>
        new(DocumentFailureCode.TooLarge, $"This PDF cannot be parsed: a form field or comment of it holds more than {MostCharacters:N0} characters.");

    private Box Place(double a, double b, double c, double d)
    {
        var (one, other) = (_transformation.Map(a, b), _transformation.Map(c, d));
        return new Box(Math.Min(one.X, other.X), Math.Min(one.Y, other.Y), Math.Max(one.X, other.X), Math.Max(one.Y, other.Y));
    }
}
