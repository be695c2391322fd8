using System.IO.Compression;
using System.Text;

namespace Longleaf.Bench.Texts;

/// <summary>Text without the borders that readers look for: one piece repeated to any length, in a file of some format.</summary>
/// <param name="Name">What it is called in tables.</param>
/// <param name="FileName">The name that it is read under.</param>
/// <param name="Piece">What is repeated.</param>
/// <param name="Before">What stands before.</param>
/// <param name="After">What stands behind.</param>
internal sealed record HostileText(string Name, string FileName, string Piece, string Before = "", string After = "")
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<HostileText> All { get; } =
    [
        .. Pieces.Select(piece => new HostileText($"txt {piece.Name}", "run.txt", piece.Text, piece.Before, piece.After)),
        new("csv one cell", "run.csv", "a", "a,b\n"),
        new("csv one row", "run.csv", "a,"),
        new("csv rows of one", "run.csv", "a\n"),
        new("csv quotes", "run.csv", "\"\""),
        new("csv quoted rows", "run.csv", "\"a\"\"b\",c\n"),
        new("json one string", "run.json", "a", "[\"", "\"]"),
        new("json marks in a string", "run.json", "\u0301", "[\"e", "\"]"),
        new("json keys", "run.json", "\"key\":1,\n", "{", "\"end\":1}"),
        new("json one line", "run.json", "{\"a\":[1,2.50,\"x\"]},", "[", "0]"),
        new("json open arrays", "run.json", "["),
        new("md >", "run.md", ">"),
        new("md > lines", "run.md", "> > a\n"),
        new("md *", "run.md", "*"),
        new("md *a **a ", "run.md", "*a **a "),
        new("md [", "run.md", "["),
        new("md [a](", "run.md", "[a]("),
        new("md ticks", "run.md", "`a``b```c"),
        new("md items", "run.md", "- a\n"),
        new("md items in a line", "run.md", "- "),
        new("md bars", "run.md", "|"),
        new("md headings", "run.md", "# a\n"),
        new("md definitions", "run.md", "[a]: b\n"),
        new("md <", "run.md", "<"),
        new("epub open tags", "run.epub", "<div>"),
        new("epub open inlines", "run.epub", "<b><i>x"),
        new("epub attributes", "run.epub", "a=1 ", "<p ", ">text"),
        new("epub one letter", "run.epub", "a", "<p>"),
        new("epub <", "run.epub", "<"),
        new("epub &", "run.epub", "&amp", "<p>"),
        new("epub cells", "run.epub", "<td>a", "<table><tr>"),
        new("epub items", "run.epub", "<li>a", "<ul>"),
        new("epub closing tags", "run.epub", "</div>x", "<p>"),
    ];

    private static IEnumerable<(string Name, string Text, string Before, string After)> Pieces =>
    [
        ("a", "a", "", ""), ("ideograph", "字", "", ""), ("marks", "\u0301", "e", ""), ("marks of two classes", "\u0301\u0323", "e", ""), (".", ".", "", "x"), (".!", ".!", "", "x"),
        ("1", "1", "", ""), ("quotes", "\"", ".", "x"), ("(", "(", "", ""), ("emoji joined", "👩\u200D", "", ""), ("a-", "a-", "", ""), ("a.", "a.", "", ""), ("y", "y", "", ""),
        ("right-to-left marks", "\u200F", "a", "b"), ("zero-width", "\u200B", "a", "b"), ("blanks", " ", "a", "b"), ("tabs and breaks", "\t\n", "a", "b"), ("mixed letters", "aЖ字ก1", "", ""),
        ("jamo", "\u1100\u1161\u11A8", "", ""), ("[1]", "[1]", ".", "x"), ("special tokens", "<|im_end|>", "", ""), ("<", "<", "", ""), ("lone paragraphs", "a\n\n", "", ""),
    ];

    /// <summary>Writes it.</summary>
    public void Create(string path, long bytes)
    {
        // The last reader may still hold the last file.
        File.Delete(path);
        using var file = File.Create(path);
        if (!FileName.EndsWith(".epub", StringComparison.Ordinal))
        {
            Write(file, bytes);
            return;
        }

        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        Part(zip, "mimetype", output => output.Write("application/epub+zip"u8));
        Part(zip, "META-INF/container.xml", output => output.Write("<container><rootfiles><rootfile full-path=\"book.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>"u8));
        Part(zip, "book.opf", output => output.Write(
            "<package version=\"3.0\"><manifest><item id=\"c\" href=\"c.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"c\"/></spine></package>"u8));
        Part(zip, "c.xhtml", output => Write(output, bytes));
    }

    private static void Part(ZipArchive zip, string name, Action<Stream> write)
    {
        // Inflating is bounded by the ratio: what is as regular as this is stored.
        using var output = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
        write(output);
    }

    private void Write(Stream output, long bytes)
    {
        output.Write(Encoding.UTF8.GetBytes(Before));
        var piece = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Piece, (64 * 1024 / Piece.Length) + 1)));
        var unit = Encoding.UTF8.GetByteCount(Piece);
        for (var left = bytes; left > 0; left -= piece.Length)
        {
            output.Write(piece.AsSpan(0, (int)Math.Min(piece.Length, (left + unit - 1) / unit * unit)));
        }

        output.Write(Encoding.UTF8.GetBytes(After));
    }
}
