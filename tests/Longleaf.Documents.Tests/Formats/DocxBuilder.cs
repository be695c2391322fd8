using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordDocument = DocumentFormat.OpenXml.Wordprocessing.Document;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Longleaf.Documents.Tests.Formats;

/// <summary>Writes Word documents, by the OpenXml SDK or by hand.</summary>
internal static class DocxBuilder
{
    public const string Namespaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        """;

    /// <summary>What types of relationships start with.</summary>
    public const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A document of the SDK's making.</summary>
    public static byte[] Build(Action<MainDocumentPart, Body> fill)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            var body = new Body();
            main.Document = new WordDocument(body);
            fill(main, body);
            package.PackageProperties.Title = "The title";
            package.PackageProperties.Creator = "The author";
            package.PackageProperties.Language = "de-CH";
        }

        return stream.ToArray();
    }

    /// <summary>A document of a body's XML alone.</summary>
    public static byte[] OfBody(string bodyXml, params (string Name, string Content)[] parts) =>
        Zip([("word/document.xml", $"<w:document {Namespaces}><w:body>{bodyXml}</w:body></w:document>"), .. parts]);

    /// <summary>A document of a body's XML with styles and numberings.</summary>
    public static byte[] OfBody(string bodyXml, string styles, string numbering = "") => OfBody(
        bodyXml,
        ("word/_rels/document.xml.rels", $"<Relationships><Relationship Id=\"s\" Type=\"{Types}/styles\" Target=\"styles.xml\"/><Relationship Id=\"n\" Type=\"{Types}/numbering\" Target=\"numbering.xml\"/></Relationships>"),
        ("word/styles.xml", $"<w:styles {Namespaces}>{styles}</w:styles>"),
        ("word/numbering.xml", $"<w:numbering {Namespaces}>{numbering}</w:numbering>"));

    /// <summary>A paragraph of XML: what stands in its properties, and its text.</summary>
    public static string Paragraph(string properties, string text) => $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    /// <summary>The properties of a list item.</summary>
    public static string Item(int numbering, int level = 0) => $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{numbering}\"/></w:numPr>";

    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    public static Paragraph Text(string text, string? style = null, int? numbering = null, int level = 0)
    {
        var properties = new ParagraphProperties();
        if (style is not null)
        {
            properties.Append(new ParagraphStyleId { Val = style });
        }

        if (numbering is not null)
        {
            properties.Append(new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = numbering }));
        }

        return new Paragraph(properties, new Run(new WordText(text) { Space = SpaceProcessingModeValues.Preserve }));
    }

    public static NumberingDefinitionsPart AddNumbering(MainDocumentPart main)
    {
        var part = main.AddNewPart<NumberingDefinitionsPart>();
        part.Numbering = new Numbering(
            new AbstractNum(
                Level(0, NumberFormatValues.Decimal, "%1."),
                Level(1, NumberFormatValues.LowerLetter, "(%2)"),
                Level(2, NumberFormatValues.LowerRoman, "%1.%2.%3"))
            { AbstractNumberId = 1 },
            new AbstractNum(Level(0, NumberFormatValues.Bullet, "\uF0B7")) { AbstractNumberId = 2 },
            new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 },
            new NumberingInstance(new AbstractNumId { Val = 2 }) { NumberID = 2 },
            new NumberingInstance(
                new AbstractNumId { Val = 1 },
                new LevelOverride(new StartOverrideNumberingValue { Val = 5 }) { LevelIndex = 0 })
            { NumberID = 3 });
        return part;
    }

    private static Level Level(int index, NumberFormatValues format, string text) => new(
        new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text })
    { LevelIndex = index };
}
