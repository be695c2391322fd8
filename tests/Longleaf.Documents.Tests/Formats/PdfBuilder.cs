using System.Globalization;
using System.Text;
using SkiaSharp;

namespace Longleaf.Documents.Tests.Formats;

/// <summary>Writes PDFs of pages with text, with a picture, or with what is neither.</summary>
internal sealed class PdfBuilder
{
    private readonly List<byte[]> _objects = [[], [], Object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")];
    private readonly List<int> _pages = [];

    public PdfBuilder Text(string text) => Page($"BT /F 12 Tf 72 700 Td ({text}) Tj ET", "/Font<</F 3 0 R>>");

    /// <summary>Adds an object.</summary>
    /// <returns>Its number.</returns>
    public int Add(string body)
    {
        _objects.Add(Object(body));
        return _objects.Count;
    }

    /// <summary>Adds a stream.</summary>
    /// <returns>Its number.</returns>
    public int AddStream(string content, string dictionary = "") => Add($"<<{dictionary}/Length {content.Length}>>stream\n{content}\nendstream");

    /// <summary>A page of a content stream; Helvetica is <c>/F</c>.</summary>
    /// <param name="content">The content.</param>
    /// <param name="resources">Resources but for the font.</param>
    /// <param name="fonts">Fonts beside Helvetica.</param>
    /// <param name="entries">More entries of the page.</param>
    public PdfBuilder Draw(string content, string resources = "", string fonts = "", string entries = "") =>
        Page(content, $"/Font<</F 3 0 R{fonts}>>{resources}", entries: entries);

    /// <summary>What else the catalog says.</summary>
    public string Catalog { get; set; } = "";

    /// <summary>The number of the page added last.</summary>
    public int LastPage => _pages[^1];

    /// <summary>A page filled by a JPEG.</summary>
    public PdfBuilder Scan(byte[] jpeg)
    {
        var size = SKBitmap.DecodeBounds(jpeg);
        return Picture(jpeg, size.Width, size.Height, "/DCTDecode");
    }

    /// <summary>A page filled by a JPEG 2000 whose header claims a size, and that holds nothing else.</summary>
    public PdfBuilder JpxThatClaims(uint width, uint height)
    {
        var (x, y) = (width.ToString("X8", CultureInfo.InvariantCulture), height.ToString("X8", CultureInfo.InvariantCulture));
        // SOC, SIZ (one tile of one component of eight bits), COD, QCD, an empty tile, EOC.
        return Picture(
            Convert.FromHexString($"FF4FFF5100290000{x}{y}0000000000000000{x}{y}00000000000000000001070101" + "FF52000C00000001000504040000FF5C00040040" + "FF90000A0000000000000001FF93FFD9"),
            600, 800, "/JPXDecode");
    }

    /// <summary>A page filled by a picture of billions of pixels, for which two bytes stand that are packed eight times over.</summary>
    public PdfBuilder EndlessScan() => Picture([0x81, 0x81], 60_000, 60_000, "[" + string.Concat(Enumerable.Repeat("/RunLengthDecode", 8)) + "]");

    /// <summary>A page filled by a JBIG2 whose header claims a size, and that holds nothing else.</summary>
    public PdfBuilder Jbig2ThatClaims(uint width, uint height)
    {
        var size = width.ToString("X8", CultureInfo.InvariantCulture) + height.ToString("X8", CultureInfo.InvariantCulture);
        // A page's segment, and that of its end.
        return Picture(Convert.FromHexString($"00000000300001" + $"00000013{size}0000000000000000000000" + "0000000131000100000000"), 600, 800, "/JBIG2Decode");
    }

    /// <summary>A page filled by what is no picture.</summary>
    public PdfBuilder BrokenScan() => Picture([1, 2, 3], 600, 800, "/DCTDecode");

    public byte[] Build()
    {
        _objects[0] = Object($"<</Type/Catalog/Pages 2 0 R{Catalog}>>");
        _objects[1] = Object($"<</Type/Pages/Count {_pages.Count}/Kids[{string.Join(' ', _pages.Select(page => $"{page} 0 R"))}]>>");
        var (pdf, places) = (new MemoryStream(), new List<long>());
        pdf.Write("%PDF-1.4\n"u8);
        for (var index = 0; index < _objects.Count; index++)
        {
            places.Add(pdf.Length);
            pdf.Write(Object($"{index + 1} 0 obj\n"));
            pdf.Write(_objects[index]);
            pdf.Write("\nendobj\n"u8);
        }

        var table = string.Concat(places.Select(place => place.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n"));
        pdf.Write(Object($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{table}trailer<</Size {places.Count + 1}/Root 1 0 R>>\nstartxref\n{pdf.Length}\n%%EOF"));
        return pdf.ToArray();
    }

    private PdfBuilder Picture(byte[] bytes, int width, int height, string filter)
    {
        _objects.Add(
        [
            .. Object($"<</Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter{filter}/Length {bytes.Length}>>stream\n"),
            .. bytes,
            .. Object("\nendstream"),
        ]);
        return Page(FormattableString.Invariant($"{width} 0 0 {height} 0 0 cm /I Do"), $"/XObject<</I {_objects.Count} 0 R>>", width, height);
    }

    private PdfBuilder Page(string content, string resources, int width = 612, int height = 792, string entries = "")
    {
        _objects.Add(Object($"<</Length {content.Length}>>stream\n{content}\nendstream"));
        _objects.Add(Object($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Contents {_objects.Count} 0 R/Resources<<{resources}>>{entries}>>"));
        _pages.Add(_objects.Count);
        return this;
    }

    private static byte[] Object(string text) => Encoding.Latin1.GetBytes(text);
}
