namespace Longleaf.Documents.Formats.Docx;

internal sealed class DocxParser : IFormatParser
{
    public DocumentInfo Parse(Stream input, BlockSink sink) => throw new NotImplementedException();
}
