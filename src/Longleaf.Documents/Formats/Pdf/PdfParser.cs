namespace Longleaf.Documents.Formats.Pdf;

/// <summary>Reads PDF.</summary>
internal sealed class PdfParser(IPageTextSource pageText) : IFormatParser
{
    public DocumentInfo Parse(Stream input, BlockSink sink) => new PageTextParser(pageText).Parse(input, sink);
}
