using Longleaf.Documents.Ocr;

namespace Longleaf.Documents.Formats.Pdf;

/// <summary>Makes a document of a PDF's text from other tools alone, where our own reader died on the PDF.</summary>
internal sealed class PageTextParser(IPageTextSource pageText, IRecognizer recognizer) : IFormatParser
{
    /// <summary>Why it is read so.</summary>
    public string Warning { get; init; } = "This PDF is damaged: its text was read without headings and tables.";

    public DocumentInfo Parse(Stream input, BlockSink sink)
    {
        var texts = pageText.Read(1, sink.Limits.MaxPages + 1)
            ?? throw new UnreadableException(DocumentFailureCode.Malformed, "This file cannot be parsed as PDF.");
        if (texts.Count > sink.Limits.MaxPages)
        {
            throw new UnreadableException(DocumentFailureCode.TooManyPages, $"This PDF has more than {sink.Limits.MaxPages:N0} pages.");
        }

        sink.Warn(Warning);
        var pages = texts.Select((text, index) => new PageContent { Number = index + 1, IsScan = string.IsNullOrWhiteSpace(text), ForeignText = text }).ToList();
        new ScannedPages(recognizer, sink).Recognize(pages, []);
        foreach (var page in pages)
        {
            var location = new Location { Page = page.Number };
            foreach (var paragraph in PageText.Paragraphs(page.ForeignText))
            {
                sink.Add(BlockKind.Paragraph, paragraph, location: location);
            }

            RecognizedBlocks.Write(sink, page.Recognized, location);
        }

        return new DocumentInfo { Format = DocumentFormat.Pdf, Pages = pages.Count };
    }
}
