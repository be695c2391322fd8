using Longleaf.Documents.Formats.PlainText;

namespace Longleaf.Documents.Formats.Markdown;

/// <summary>Reads Markdown.</summary>
internal sealed class MarkdownParser : IFormatParser
{
    public DocumentInfo Parse(Stream input, BlockSink sink) => new PlainTextParser().Parse(input, sink) with { Format = DocumentFormat.Markdown };
}
