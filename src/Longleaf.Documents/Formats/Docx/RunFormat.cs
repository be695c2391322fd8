using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>What a run's format does to its text: hides it, or shows other characters than it holds.</summary>
/// <param name="IsHidden">Whether Word does not show the text.</param>
/// <param name="SymbolFont">The symbol font that draws it, if one does.</param>
internal readonly record struct RunFormat(bool IsHidden, string? SymbolFont)
{
    /// <summary>Reads a run's properties.</summary>
    /// <param name="reader">On the properties.</param>
    /// <param name="paragraph">What the paragraph's own style says.</param>
    /// <param name="styles">The styles of the document.</param>
    public static RunFormat Read(XmlReader reader, RunFormat paragraph, StyleSheet styles)
    {
        var (hidden, font, style) = (default(bool?), default(string), default(string));
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            switch (reader.LocalName)
            {
                case "vanish":
                    hidden = WordXml.IsOn(reader);
                    break;
                case "rFonts":
                    font = WordXml.Attribute(reader, "ascii") ?? WordXml.Attribute(reader, "hAnsi");
                    break;
                case "rStyle":
                    style = WordXml.Attribute(reader, "val");
                    break;
                default:
                    break;
            }

            XmlWalk.Skip(reader);
        }

        var named = style is null ? null : styles[style];
        return new RunFormat(
            hidden ?? named?.IsHidden ?? paragraph.IsHidden,
            SymbolFonts.IsSymbol(font ?? named?.Font) ? font ?? named?.Font : font is null ? paragraph.SymbolFont : null);
    }
}
