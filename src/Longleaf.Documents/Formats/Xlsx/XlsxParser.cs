using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>Reads workbooks (ECMA-376, transitional and strict) straight from their XML: every sheet as a heading and its tables.</summary>
internal sealed class XlsxParser : IFormatParser
{
    public DocumentInfo Parse(Stream input, BlockSink sink)
    {
        using var package = new OpenXmlPackage(input, sink.Limits);
        var mainPart = package.MainPart() ?? "xl/workbook.xml";
        using var main = package.OpenXml(mainPart)
            ?? throw new UnreadableException(DocumentFailureCode.Malformed, "This file is a damaged workbook: its main part is missing.");
        var relationships = package.RelationshipsOf(mainPart);
        var workbook = Workbook.Read(main, package, relationships, sink);
        if (workbook.Sheets.Count == 0)
        {
            throw new UnreadableException(DocumentFailureCode.Malformed, "This file is a damaged workbook: none of its sheets can be found.");
        }

        using var strings = Open(package, relationships, "sharedStrings");
        var values = new CellValues(
            SharedStrings.Read(strings, sink.Limits),
            SideParts.Tolerate(sink, () => ReadFormats(package, relationships)) ?? CellFormats.Read(null),
            workbook.Since1904);
        var comments = new CommentReader(package, sink.Limits);
        SideParts.Tolerate(sink, () => { comments.ReadPeople(relationships.Values); return true; });
        new SheetsReader(package, values, comments, sink, () => sink.Progress(input.Position, input.Length, "bytes")).Read(workbook.Sheets);

        var (title, author, language) = SideParts.Tolerate(sink, () => CoreProperties.Read(package));
        return new DocumentInfo { Format = DocumentFormat.Xlsx, Title = title, Author = author, Language = language };
    }

    private static CellFormats ReadFormats(OpenXmlPackage package, Dictionary<string, Relationship> relationships)
    {
        using var reader = Open(package, relationships, "styles");
        return CellFormats.Read(reader);
    }

    private static XmlReader? Open(OpenXmlPackage package, Dictionary<string, Relationship> relationships, string type) =>
        relationships.Values.FirstOrDefault(entry => entry.Type == type && !entry.IsExternal) is { } found ? package.OpenXml(found.Target) : null;
}
