namespace Longleaf.Documents.Formats.Pdf;

/// <summary>Makes a document of a PDF's text from another tool alone, where our own reader died on the PDF.</summary>
internal sealed class PageTextParser(IPageTextSource pageText) : IFormatParser
{
    public DocumentInfo Parse(Stream input, BlockSink sink)
    {
        var pages = pageText.Read(1, sink.Limits.MaxPages + 1)
            ?? throw new UnreadableException(DocumentFailureCode.Malformed, "This file cannot be parsed as PDF.");
        if (pages.Count > sink.Limits.MaxPages)
        {
            throw new UnreadableException(DocumentFailureCode.TooManyPages, $"This PDF has more than {sink.Limits.MaxPages:N0} pages.");
        }

        sink.Warn("This PDF is damaged: its text was read without headings and tables.");
        for (var page = 1; page <= pages.Count; page++)
        {
            foreach (var paragraph in PageText.Paragraphs(pages[page - 1]))
            {
                sink.Add(BlockKind.Paragraph, paragraph, location: new Location { Page = page });
            }
        }

        return new DocumentInfo { Format = DocumentFormat.Pdf, Pages = pages.Count };
    }
}
