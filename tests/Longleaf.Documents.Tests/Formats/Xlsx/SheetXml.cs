using System.Text;
using CsCheck;

namespace Longleaf.Documents.Tests.Formats.Xlsx;

/// <summary>Random sheets: mostly what programs write, with everything that XML allows in between, and some that it does not.</summary>
internal static class SheetXml
{
    // Stands for a byte that no UTF-8 has there.
    private const char Damage = '\uE000';

    private static readonly Gen<string> Texts = Gen.Frequency(
        (200, Gen.OneOf("1", "12.5", "-7", "1E3", "abc", "a b", "45000", "", " ", "true")),
        (50, Gen.OneOf("&amp;", "&lt;b&gt;", "&quot;&apos;", "&#65;", "&#x1F;", "&#x41;", "&#10;", "&#13;", "é", "漢字", "😀", "_x000D_", "_x005F_x000D_", "]", "]]", "\n", "\t", "\u007F")),
        (10, Gen.OneOf("<![CDATA[<c>]]>", "<!--</row>-->", "<?p </row>?>", "\r", "\r\n", "&#0;", "&#xD800;", "&#x10FFFF;", "&#99999999999;", "&#;", "\u0001", "\uFFFE", new string('x', 300))),
        (1, Gen.OneOf("&", "&bad;", "]]>", ">", "<x/>", "\0", $"{Damage}")));

    private static readonly Gen<string> Text = Texts.Array[0, 3].Select(string.Concat);

    private static readonly Gen<string> RowAttributes = Gen.Frequency(
        (60, Gen.OneOf(" spans=\"1:3\"", " a:dyDescent='0.25'", " ht=\"15\" customHeight=\"1\"", "")),
        (1, Gen.OneOf(" ht = \"1\"", " spans=\"&lt;\"", " x=\"é\"", " b:u=\"1\"", " q=\"1\" q=\"2\"", " a:q=\"1\" q=\"2\"", " xmlns=\"other\"", " xmlns:b=\"u\"", " xml:space=\"preserve\"",
            " xml:space=\"no\"", " x=\"a>b\"", " x=1", "x=\"1\"", " a:r=\"9\"", $" x=\"{Damage}\"")));

    private static readonly Gen<string> Number = Gen.Frequency(
        (20, Gen.Int[1, 40].Select(number => $" r=\"{number}\"")),
        (4, Gen.OneOf("", " r=\"\"", " r=\"0\"", " r=\" 7\"", " r='8'", " r=\"99999999\"", " r=\"99999999999\"", " r=\"&#49;\"", "\n r=\"3\"")));

    private static readonly Gen<string> Places = Gen.Frequency(
        (60, Gen.Int[0, 9].Select(column => $" r=\"{(char)('A' + column)}1\"")),
        (4, Gen.OneOf("", " r=\"XFD1\"", " r=\"XFE1\"", " r=\"1\"", " r=\"\"", " r=\"AAAAAAAAAAAAAAAAAAAA1\"", " a:r=\"C1\"", " r=\"b2\"")));

    private static readonly Gen<string> Types = Gen.Frequency(
        (60, Gen.OneOf("", " t=\"s\"", " t=\"n\"", " t=\"str\"", " t=\"b\"", " t=\"e\"", " t=\"d\"", " t=\"inlineStr\"", " s=\"1\"", " s=\"1\" t='s'")),
        (2, Gen.OneOf(" t=\"\"", " t=\"x\"", " s=\"x\"", " s=\"\"", " s=\"12345678901\"", " t=\"s\" t=\"n\"", " cm=\"1\"", " t = \"s\"", " t=\"&#115;\"")));

    private static readonly Gen<string> Content = Gen.Frequency(
        (60, Text.Select(text => $"<@v>{text}</@v>")),
        (20, Text.Select(text => $"<@f>{text}</@f>")),
        (2, Gen.OneOf("<@f>HYPERLINK(\"https://a.org\",\"b\")</@f>", "<@f t=\"shared\" si=\"0\"/>", "<@v/>", "<@v></@v>", "<@v xml:space=\"preserve\"> 1</@v>")),
        (20, Text.Select(text => $"<@is><@t>{text}</@t></@is>")),
        (3, Text.Select(text => $"<@is>\n<@t xml:space=\"preserve\">{text}</@t> </@is >")),
        (2, Text.Select(text => $"<@is><@r><@t>{text}</@t></@r><@rPh><@t>no</@t></@rPh></@is>")),
        (2, Gen.OneOf("<@is/>", "<@is><@t/></@is>", "<@is></@is>", "<!--c-->", "<?p?>", "\n ", "text", "<@extLst><@row><@c/></@row></@extLst>", "<v>5</v>", "<a:v>6</a:v>", "<@value>7</@value>", "<@v>1</@f>")));

    private static readonly Gen<string> Cell = Gen.Select(Places, Types, Content.Array[0, 2], Gen.Frequency((100, "</@c>"), (3, "</@c >"), (1, "</@row>"), (1, "")),
        (place, type, content, end) => content.Length == 0 ? $"<@c{place}{type}/>" : $"<@c{place}{type}>{string.Concat(content)}{end}");

    private static readonly Gen<string> Between = Gen.Frequency((100, ""), (20, "\n  "), (2, "<!--</row> <row>-->"), (1, "<?p?>"), (1, "text"), (1, "<@other><@row r=\"9\"><@c><@v>1</@v></@c></@row></@other>"));

    private static readonly Gen<string> Row = Gen.Select(Between, Number, RowAttributes, Gen.Select(Cell, Between, string.Concat).Array[0, 4],
        Gen.Frequency((100, "</@row>"), (5, "</@row >"), (1, "</row>"), (1, "</@c>")),
        (between, number, attributes, cells, end) => cells.Length == 0 ? $"{between}<@row{number}{attributes}/>" : $"{between}<@row{number}{attributes}>{string.Concat(cells)}{end}");

    private static readonly Gen<string> Start = Gen.Frequency(
        (10, ""), (10, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"), (2, "\uFEFF"), (2, "<?xml version='1.0' encoding='utf-8'?>"),
        (1, "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>"), (1, "<!--<sheetData>-->"), (1, "<!DOCTYPE a>"));

    private static readonly Gen<string> Cells = Gen.Frequency((40, "<@sheetData>"), (1, "<@sheetData >"), (1, "<@sheetData x=\">\">"), (1, "<@sheetData/>"), (1, "<@cols a=\"sheetData\"/><@sheetData>"), (1, "<@sheetData><@sheetData>"));

    private static readonly Gen<string> Tail = Gen.Frequency((20, ""), (1, "<@controls><a:row>5</a:row><a:row>6</a:row></@controls>"), (1, "</@sheet>"), (1, "<@sheetData><@row><@c><@v>9</@v></@c></@row></@sheetData>"));

    /// <summary>A sheet; one in some ends too early.</summary>
    public static Gen<byte[]> Sheet { get; } = Gen.Select(
        Gen.OneOf("", "x:"), Start, Cells, Row.Array[0, 6], Tail, Gen.Frequency((6, Gen.Const(1.0)), (1, Gen.Double[0, 1])),
        (prefix, start, cells, rows, tail, share) =>
        {
            var root = $"<@sheet xmlns=\"main\" xmlns:x=\"main\" xmlns:a=\"extension\">{cells}{string.Concat(rows)}</@sheetData>{tail}</@sheet>";
            var bytes = Encoding.UTF8.GetBytes(start + root.Replace("@", prefix, StringComparison.Ordinal));
            for (var index = 0; index + 2 < bytes.Length; index++)
            {
                bytes[index] = bytes.AsSpan(index, 3) is [0xEE, 0x80, 0x80] ? (byte)0xC3 : bytes[index];
            }

            return bytes[..(int)(bytes.Length * share)];
        });
}
