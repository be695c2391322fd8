using System.Xml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Names of WordprocessingML and of Office's mathematics, transitional and strict.</summary>
internal static class WordXml
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string WordStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
    private const string Math = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    private const string MathStrict = "http://purl.oclc.org/ooxml/officeDocument/math";

    public static bool IsWord(XmlReader reader) => reader.NamespaceURI is Word or WordStrict;

    public static bool IsMath(XmlReader reader) => reader.NamespaceURI is Math or MathStrict;

    /// <summary>An attribute of the word processing namespace, whichever edition.</summary>
    public static string? Attribute(XmlReader reader, string name) =>
        reader.GetAttribute(name, Word) ?? reader.GetAttribute(name, WordStrict) ?? reader.GetAttribute(name);

    public static string? MathAttribute(XmlReader reader, string name) => reader.GetAttribute(name, Math) ?? reader.GetAttribute(name, MathStrict);

    /// <summary>A number attribute within bounds.</summary>
    public static int? Number(XmlReader reader, string name) =>
        int.TryParse(Attribute(reader, name), System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Reads the properties of a content control: whether it is a checkbox that is ticked; <see langword="null"/> if it is none.</summary>
    public static bool? Checkbox(XmlReader reader)
    {
        var (isBox, isTicked) = (false, false);
        var depth = reader.Depth;
        if (!reader.IsEmptyElement)
        {
            while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
            {
                if (reader.NodeType == XmlNodeType.Element && reader.NamespaceURI == Word2010)
                {
                    isBox |= reader.LocalName == "checkbox";
                    isTicked |= reader.LocalName == "checked" && reader.GetAttribute("val", Word2010) is "1" or "true" or "on";
                }
            }
        }

        return isBox ? isTicked : null;
    }

    /// <summary>Whether an on/off element (<c>w:isLgl</c>, <c>w:vanish</c>) is on.</summary>
    public static bool IsOn(XmlReader reader) => Attribute(reader, "val") is not ("0" or "false" or "off");
}
