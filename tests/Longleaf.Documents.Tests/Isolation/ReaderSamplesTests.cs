namespace Longleaf.Documents.Tests.Isolation;

/// <summary>The documents that readers warm up with: one that is not read to its end would leave code cold, and nobody would see it.</summary>
public sealed class ReaderSamplesTests
{
    [Theory]
    [InlineData("txt", DocumentFormat.PlainText, "lighthouse")]
    [InlineData("md", DocumentFormat.Markdown, "# Heading")]
    [InlineData("csv", DocumentFormat.Csv, "| lamp | 3 | of \"glass\" |")]
    [InlineData("json", DocumentFormat.Json, "\"items\"")]
    [InlineData("docx", DocumentFormat.Docx, "(a) item")]
    [InlineData("docx", DocumentFormat.Docx, "| 1 | 2 |")]
    [InlineData("xlsx", DocumentFormat.Xlsx, "| 2009-07-06 | 12.50% |")]
    [InlineData("epub", DocumentFormat.Epub, "[^1]: note")]
    [InlineData("mobi", DocumentFormat.Mobi, "- two")]
    [InlineData("pdf", DocumentFormat.Pdf, "r3c0")]
    [InlineData("pdf", DocumentFormat.Pdf, "[link text](http://e.example/)")]
    [InlineData("pdf", DocumentFormat.Pdf, "Cafi")]
    public void Samples_hold_what_documents_are_made_of(string format, DocumentFormat expected, string text)
    {
        var parsed = Parsed.OfFile(Path.Combine(AppContext.BaseDirectory, "reader", $"sample.{format}"));

        Assert.Equal(expected, parsed.Info.Format);
        Assert.Empty(parsed.Info.Warnings);
        Assert.Contains(text, parsed.Text, StringComparison.Ordinal);
    }
}
