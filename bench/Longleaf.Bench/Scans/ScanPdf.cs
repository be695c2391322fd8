using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Longleaf.Bench.Scans;

/// <summary>Writes PDFs whose pages are pictures, as scanners make them.</summary>
internal static class ScanPdf
{
    /// <summary>Writes one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pages">Portable gray maps of a byte a pixel, a page each.</param>
    /// <param name="dotsPerInch">Their resolution.</param>
    public static void Write(string path, IEnumerable<byte[]> pages, int dotsPerInch)
    {
        using var file = File.Create(path);
        var (places, kids) = (new List<long> { 0, 0 }, new StringBuilder());
        Put(file, "%PDF-1.4\n");
        foreach (var page in pages)
        {
            var (width, height, pixels) = Read(page);
            var picture = Compress(pixels.Span);
            var (right, top) = (width * 72.0 / dotsPerInch, height * 72.0 / dotsPerInch);
            var content = string.Create(CultureInfo.InvariantCulture, $"{right:0.##} 0 0 {top:0.##} 0 0 cm /I Do");
            var first = places.Count + 1;
            Object(file, places, $"<</Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode/Length {picture.Length}>>", picture);
            Object(file, places, $"<</Length {content.Length}>>", Encoding.ASCII.GetBytes(content));
            Object(file, places, string.Create(CultureInfo.InvariantCulture,
                $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {right:0.##} {top:0.##}]/Contents {first + 1} 0 R/Resources<</XObject<</I {first} 0 R>>>>>>"), null);
            kids.Append(CultureInfo.InvariantCulture, $"{first + 2} 0 R ");
        }

        var count = (places.Count - 2) / 3;
        places[0] = file.Position;
        Put(file, "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        places[1] = file.Position;
        Put(file, $"2 0 obj\n<</Type/Pages/Count {count}/Kids[{kids}]>>\nendobj\n");
        var table = file.Position;
        Put(file, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        Put(file, string.Concat(places.Select(place => place.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n")));
        Put(file, $"trailer<</Size {places.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
    }

    private static void Object(FileStream file, List<long> places, string dictionary, byte[]? stream)
    {
        places.Add(file.Position);
        Put(file, $"{places.Count} 0 obj\n{dictionary}");
        if (stream is not null)
        {
            Put(file, "stream\n");
            file.Write(stream);
            Put(file, "\nendstream");
        }

        Put(file, "\nendobj\n");
    }

    /// <summary>A portable gray map as <c>pdftoppm</c> writes it: "P5", width, height, 255.</summary>
    public static (int Width, int Height, ReadOnlyMemory<byte> Pixels) Read(byte[] map)
    {
        var head = Encoding.ASCII.GetString(map, 0, Math.Min(map.Length, 64)).Split('\n');
        var size = head[1].Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return (size[0], size[1], map.AsMemory(map.Length - (size[0] * size[1])));
    }

    private static byte[] Compress(ReadOnlySpan<byte> pixels)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            zlib.Write(pixels);
        }

        return packed.ToArray();
    }

    private static void Put(FileStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
