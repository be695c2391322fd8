using System.Text;
using Longleaf.Documents.Formats;
using Longleaf.Documents.Tests.Formats.Xlsx;

namespace Longleaf.Documents.Tests.Formats;

/// <summary>Every reader says how far it is, and never goes back.</summary>
public sealed class ProgressTests
{
    private const int Megabytes = 5;

    [Theory]
    [InlineData("a.txt", "bytes")]
    [InlineData("a.md", "bytes")]
    [InlineData("large.md", "bytes")]
    [InlineData("a.csv", "bytes")]
    [InlineData("a.json", "bytes")]
    [InlineData("a.docx", "bytes")]
    [InlineData("a.xlsx", "bytes")]
    [InlineData("a.epub", "bytes")]
    [InlineData("a.mobi", "bytes")]
    [InlineData("a.pdf", "pages")]
    public void A_reader_says_how_far_it_is(string name, string unit)
    {
        var steps = Read(name, Make(name));

        Assert.True(steps.Count >= 4, $"{steps.Count} reports");
        Assert.All(steps, step => Assert.Equal(("reading", unit, steps[0].Total), (step.Stage, step.Unit, step.Total)));
        Assert.All(steps, step => Assert.InRange(step.Done, 0, step.Total));
        Assert.Equal(steps.Select(step => step.Done).Order(), steps.Select(step => step.Done));
        Assert.InRange(steps[0].Done, 0, steps[0].Total / 2);
        Assert.InRange(steps[^1].Done, steps[0].Total * 3 / 4, steps[0].Total);
    }

    [Fact]
    public void An_image_is_being_recognised_before_it_has_been() => Assert.Equal(
        new ReaderEvent.Progress("ocr", 0, 1, "pages"),
        Read("a.gif", Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw=="))[0]);

    private static byte[] Make(string name)
    {
        var random = new Random(7);
        var size = (name.StartsWith("large", StringComparison.Ordinal) ? 4 : 1) * Megabytes << 20;
        return name[name.LastIndexOf('.')..] switch
        {
            ".txt" or ".md" => Utf8(random, size, word => word % 9 == 0 ? "\n\n" : " "),
            ".csv" => Utf8(random, size, word => word % 5 == 0 ? "\n" : ","),
            ".json" => Encoding.UTF8.GetBytes($"[{string.Join(",\n", Words(random, size).Select(word => $"\"{word}\""))}]"),
            ".docx" => DocxBuilder.OfBody(string.Concat(Words(random, 3 << 20).Select(word => $"<w:p><w:r><w:t>{word}</w:t></w:r></w:p>"))),
            ".xlsx" => new XlsxBuilder().Sheet("A", Rows(random, 30_000)).Build(),
            ".epub" => EpubBuilder.Book([.. Enumerable.Range(1, 6).Select(chapter => ($"{chapter}.xhtml", $"OPS/{chapter}.xhtml", $"<p>{string.Join(' ', Words(random, 50_000))}</p>"))]),
            ".mobi" => Mobi(random, 1100),
            ".pdf" => Enumerable.Range(1, 6).Aggregate(new PdfBuilder(), (pdf, page) => pdf.Text($"Page {page} of a document.")).Build(),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
    }

    private static byte[] Mobi(Random random, int records)
    {
        var header = MobiBuilder.Header(1, records);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), records * 4096);
        return MobiBuilder.Database(
            "BOOKMOBI",
            [header, .. Enumerable.Range(0, records).Select(_ => Encoding.ASCII.GetBytes("<p>" + string.Join(' ', Words(random, 5000)))[..4096])]);
    }

    private static string Rows(Random random, int rows) => string.Concat(Enumerable.Range(1, rows).Select(row =>
        $"<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t>{Word(random)}</t></is></c><c r=\"B{row}\"><v>{random.Next()}</v></c></row>"));

    private static byte[] Utf8(Random random, int size, Func<int, string> after) =>
        Encoding.UTF8.GetBytes(string.Concat(Words(random, size).Select((word, index) => word + after(index + 1))));

    // Words that do not pack well: what counts is bytes of the file.
    private static IEnumerable<string> Words(Random random, int bytes)
    {
        for (var written = 0; written < bytes; written += 13)
        {
            yield return Word(random);
        }
    }

    private static string Word(Random random) => random.NextInt64(1L << 46, 1L << 48).ToString("x", System.Globalization.CultureInfo.InvariantCulture);

    private static List<ReaderEvent.Progress> Read(string name, byte[] bytes)
    {
        var steps = new List<ReaderEvent.Progress>();
        using var input = new MemoryStream(bytes);
        DocumentParser.Parse(input, name, new BlockSink(_ => { }, steps.Add, new ParseLimits()), new NoTools(), new NoTools());
        return steps;
    }
}
