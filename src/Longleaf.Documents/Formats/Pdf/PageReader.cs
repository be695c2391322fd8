using Longleaf.Documents.Formats.Pdf.Annotations;
using Longleaf.Documents.Formats.Pdf.Content;
using Longleaf.Documents.Formats.Pdf.Fonts;
using Longleaf.Documents.Formats.Pdf.Tables;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Longleaf.Documents.Formats.Pdf;

/// <summary>
/// Makes PdfPig's page dictionaries what our reader needs. PdfPig's own pages keep every operator, letter, path and picture as an object, and
/// load every font: three times the time and memory.
/// </summary>
internal sealed class PageReader : IPageFactory<PageContent>
{
    private readonly PdfObjects _objects;
    private readonly FontStore _fonts;
    private readonly Operands _operands = new();
    private readonly ReaderOptions? _options;

    // The parameters are what PdfPig makes page factories with.
    public PageReader(IPdfTokenScanner scanner, IResourceStore library, ILookupFilterProvider filters, IPageContentParser contentParser, ParsingOptions options)
    {
        _objects = new PdfObjects(scanner, filters);
        _fonts = new FontStore(_objects, library);
        _options = options as ReaderOptions;
    }

    public PageContent Create(int number, DictionaryToken dictionary, PageTreeMembers pageTreeMembers, NamedDestinations namedDestinations)
    {
        var box = Box(dictionary, pageTreeMembers);
        var rotation = (((int)(_objects.Number(dictionary, "Rotate") ?? pageTreeMembers.Rotation) % 360) + 360) % 360;
        var transformation = Upright(box, rotation);
        var isTurned = rotation is 90 or 270;
        var annotations = new PageAnnotations(_objects, dictionary, transformation);
        var canvas = new PageCanvas(isTurned ? box.Height : box.Width, isTurned ? box.Width : box.Height, annotations.Links);
        var resources = default(Resources);
        foreach (var inherited in pageTreeMembers.ParentResources)
        {
            resources = new Resources(_objects, inherited, resources);
        }

        resources = new Resources(_objects, _objects.Dictionary(dictionary, "Resources"), resources);
        var interpreter = new ContentInterpreter(_objects, _fonts, _operands, canvas, _options?.Hidden);
        interpreter.Run(Content(dictionary).Span, resources, transformation);
        var segments = canvas.Segments();
        if (annotations.Drawings.Count > 0)
        {
            annotations.Texts.AddRange(Drawn(annotations, canvas));
        }

        if (annotations.Texts.Count > 0)
        {
            SegmentOrder.Insert(segments, annotations.Texts);
        }

        var content = new PageContent
        {
            Number = number,
            ShowsText = canvas.ShowsText,
            IsScan = ScanCheck.IsScan(canvas),
            LongSide = Math.Max(box.Width, box.Height),
        };
        content.Items.AddRange(PageTables.Arrange(segments, canvas));
        content.Comments.AddRange(annotations.Comments);
        return content;
    }

    private List<TextSegment> Drawn(PageAnnotations annotations, PageCanvas page)
    {
        var canvas = new PageCanvas(page.Width, page.Height, []);
        var interpreter = new ContentInterpreter(_objects, _fonts, _operands, canvas, _options?.Hidden);
        foreach (var (form, place) in annotations.Drawings)
        {
            interpreter.RunAppearance(form, place);
        }

        return canvas.Segments();
    }

    private ReadOnlyMemory<byte> Content(DictionaryToken page)
    {
        var contents = _objects.Value(page, "Contents");
        if (contents is StreamToken stream)
        {
            return _objects.Decode(stream);
        }

        if (contents is not ArrayToken array)
        {
            return default;
        }

        var parts = new List<ReadOnlyMemory<byte>>();
        var length = 0L;
        foreach (var part in array.Data)
        {
            if (_objects.Resolve(part) is StreamToken piece)
            {
                parts.Add(_objects.Decode(piece));
                length += parts[^1].Length + 1;
                PageLimits.CheckBytes(length);
            }
        }

        if (parts.Count == 1)
        {
            return parts[0];
        }

        var bytes = new byte[length];
        var at = 0;
        foreach (var part in parts)
        {
            part.Span.CopyTo(bytes.AsSpan(at));
            at += part.Length;
            bytes[at++] = (byte)'\n';
        }

        return bytes;
    }

    private PdfRectangle Box(DictionaryToken page, PageTreeMembers inherited)
    {
        var media = Rectangle(_objects.Numbers(page, "MediaBox")) ?? inherited.MediaBox?.Bounds ?? MediaBox.Letter.Bounds;
        var crop = Rectangle(_objects.Numbers(page, "CropBox"));
        return crop is { } inner
            && Math.Max(media.Left, inner.Left) is var left && Math.Min(media.Right, inner.Right) is var right && left < right
            && Math.Max(media.Bottom, inner.Bottom) is var bottom && Math.Min(media.Top, inner.Top) is var top && bottom < top
            ? new PdfRectangle(left, bottom, right, top)
            : media;
    }

    private static PdfRectangle? Rectangle(double[]? numbers) =>
        numbers is [var a, var b, var c, var d] && Math.Abs(c - a) > 0 && Math.Abs(d - b) > 0
            ? new PdfRectangle(Math.Min(a, c), Math.Min(b, d), Math.Max(a, c), Math.Max(b, d))
            : null;

    // From the file's plane to one that has the page as it is seen, its lower left corner at 0, 0.
    private static Matrix Upright(PdfRectangle box, int rotation) => rotation switch
    {
        90 => new Matrix(0, -1, 1, 0, -box.Bottom, box.Right),
        180 => new Matrix(-1, 0, 0, -1, box.Right, box.Top),
        270 => new Matrix(0, 1, -1, 0, box.Top, -box.Left),
        _ => new Matrix(1, 0, 0, 1, -box.Left, -box.Bottom),
    };
}
