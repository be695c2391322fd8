using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Longleaf.Bench.Samples;

/// <summary>A PDF of two pages as programs write them: packed content, a plain and a composite font, a table, a link, a form field, an outline; updated once.</summary>
internal static class PdfSample
{
    // One byte for the kind of an entry, four for a place, two for an index within an object stream.
    private const int EntryBytes = 7;

    /// <summary>The file.</summary>
    public static byte[] Build()
    {
        using var pdf = new MemoryStream();
        pdf.Write("%PDF-1.5\n%\u00E2\u00E3\u00CF\u00D3\n"u8);
        var places = new List<long>();
        foreach (var body in Objects())
        {
            places.Add(pdf.Length);
            pdf.Write(Bytes($"{places.Count} 0 obj\n"));
            pdf.Write(body);
            pdf.Write("\nendobj\n"u8);
        }

        var table = pdf.Length;
        var rows = string.Concat(places.Select(place => place.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n"));
        pdf.Write(Bytes($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{rows}trailer<</Size {places.Count + 1}/Root 1 0 R/Info 12 0 R>>\nstartxref\n{table}\n%%EOF\n"));
        Update(pdf, places.Count, table);
        return pdf.ToArray();
    }

    private static IEnumerable<byte[]> Objects()
    {
        yield return Bytes("<</Type/Catalog/Pages 2 0 R/Outlines 10 0 R/AcroForm<</Fields[13 0 R]/DA(/F 10 Tf)>>/Lang(en)>>");
        yield return Bytes("<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]/MediaBox[0 0 612 792]/Resources<</Font<</F 5 0 R/C 6 0 R>>>>>>");
        yield return Bytes("<</Type/Page/Parent 2 0 R/Contents 8 0 R/Annots[14 0 R 13 0 R]>>");
        yield return Bytes("<</Type/Page/Parent 2 0 R/Contents 9 0 R>>");
        yield return Bytes($"<</Type/Font/Subtype/TrueType/BaseFont/Sample/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 126/Widths[{string.Join(' ', Enumerable.Repeat(500, 95))}]/FontDescriptor 15 0 R>>");
        yield return Bytes("<</Type/Font/Subtype/Type0/BaseFont/Sample/Encoding/Identity-H/ToUnicode 7 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Sample"
            + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 600/W[1[500 600] 3 4 550]>>]>>");
        yield return Stream("/CIDInit/ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0001> <0043> <0002> <0061> endbfchar "
            + "1 beginbfrange <0003> <0004> <00660069> endbfrange endcmap end");
        yield return Stream(FirstPage());
        yield return Stream("BT /F 12 Tf 72 720 Td (A second page\\222s text goes on here.) Tj 0 -14 Td (It has two lines.) Tj ET");
        yield return Bytes("<</Type/Outlines/First 11 0 R/Last 11 0 R/Count 1>>");
        yield return Bytes("<</Title(Sample)/Parent 10 0 R/Dest[3 0 R/XYZ 72 740 null]>>");
        yield return Bytes("<</Title<FEFF00530061006D0070006C0065>/Author(Longleaf)>>");
        yield return Bytes("<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(Keeper)/Rect[300 300 400 316]/P 3 0 R>>");
        yield return Bytes("<</Type/Annot/Subtype/Link/Rect[72 640 130 652]/A<</S/URI/URI(http://e.example/)>>>>");
        yield return Bytes("<</Type/FontDescriptor/FontName/Sample/Flags 32/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>");
    }

    private static string FirstPage()
    {
        var content = new StringBuilder("q 1 0 0 1 0 0 cm BT /F 18 Tf 72 740 Td (Sample) Tj ET Q\nBT /F 11 Tf 72 700 Td 13 TL [(The lighthouse keep)-20(er stood by the)] TJ T* (cliff as he had always stood, al-) Tj "
            + "T* (ways alone, and the lamp went round.) Tj T* (link text) ' /C 11 Tf T* <0001000200030004> Tj ET\n");
        for (var row = 0; row < 4; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                content.Append(CultureInfo.InvariantCulture, $"BT /F 10 Tf {72 + (column * 150)} {560 - (row * 14)} Td (r{row}c{column}) Tj ET\n");
            }
        }

        return content.Append("0.5 w 72 500 m 500 500 l S\nBT /F 11 Tf 72 480 Td (\\225 one) Tj 0 -14 Td (\\225 two) Tj ET BT /F 8 Tf 300 30 Td (1) Tj ET").ToString();
    }

    // As an editor appends: an object within an object stream, and a cross-reference stream of PNG rows.
    private static void Update(MemoryStream pdf, int objects, long before)
    {
        var (container, table) = (objects + 1, objects + 2);
        var holder = pdf.Length;
        const string Changed = "<</Title(Sample)/Parent 10 0 R/Dest[3 0 R/XYZ 72 740 null]/F 0>>";
        pdf.Write([.. Bytes($"{container} 0 obj\n"), .. Stream($"11 0 {Changed}", "/Type/ObjStm/N 1/First 5"), .. "\nendobj\n"u8]);
        var place = pdf.Length;
        byte[][] rows = [Entry(2, container, 0), Entry(1, (int)holder, 0), Entry(1, (int)place, 0)];
        var packed = new MemoryStream();
        var above = new byte[EntryBytes];
        foreach (var row in rows)
        {
            packed.WriteByte(2);
            packed.Write([.. row.Select((value, index) => (byte)(value - above[index]))]);
            above = row;
        }

        pdf.Write([
            .. Bytes($"{table} 0 obj\n"),
            .. Stream(
                packed.ToArray(),
                $"/Type/XRef/Size {table + 1}/W[1 4 2]/Index[11 1 {container} 2]/Root 1 0 R/Info 12 0 R/Prev {before}/DecodeParms<</Predictor 12/Columns {EntryBytes}>>"),
            .. Bytes($"\nendobj\nstartxref\n{place}\n%%EOF\n"),
        ]);
    }

    private static byte[] Entry(byte kind, int place, ushort index)
    {
        var entry = new byte[EntryBytes];
        entry[0] = kind;
        BinaryPrimitives.WriteInt32BigEndian(entry.AsSpan(1), place);
        BinaryPrimitives.WriteUInt16BigEndian(entry.AsSpan(5), index);
        return entry;
    }

    private static byte[] Stream(string content, string dictionary = "") => Stream(Bytes(content), dictionary);

    private static byte[] Stream(byte[] content, string dictionary)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return [.. Bytes($"<</Filter/FlateDecode/Length {packed.Length}{dictionary}>>stream\n"), .. packed.ToArray(), .. "\nendstream"u8];
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
