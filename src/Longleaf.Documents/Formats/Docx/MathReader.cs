using System.Text;
using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Writes Office's equations (OMML) in the manner of LaTeX, between dollar signs.</summary>
internal sealed class MathReader(ParseLimits limits)
{
    private int _depth;

    /// <summary>Reads the equation that the reader is on.</summary>
    public static string Read(XmlReader reader, ParseLimits limits)
    {
        var text = new MathReader(limits).Children(reader).Trim();
        return text.Length == 0 ? "" : $"${text}$";
    }

    private string Children(XmlReader reader)
    {
        if (++_depth > limits.MaxDepth)
        {
            throw new UnreadableException(DocumentFailureCode.TooLarge, "This document is nested too deep.");
        }

        var text = new StringBuilder();
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            text.Append(Element(reader));
        }

        _depth--;
        return text.ToString();
    }

    private string Element(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "t":
                var text = new StringBuilder();
                XmlWalk.AppendText(reader, text);
                return text.ToString();
            case "f":
                return Parts(reader, (of, _) => $@"\frac{{{of("num")}}}{{{of("den")}}}");
            case "sSup":
                return Parts(reader, (of, _) => $"{of("e")}^{{{of("sup")}}}");
            case "sSub":
                return Parts(reader, (of, _) => $"{of("e")}_{{{of("sub")}}}");
            case "sSubSup":
                return Parts(reader, (of, _) => $"{of("e")}_{{{of("sub")}}}^{{{of("sup")}}}");
            case "sPre":
                return Parts(reader, (of, _) => $"{{}}_{{{of("sub")}}}^{{{of("sup")}}}{of("e")}");
            case "rad":
                return Parts(reader, (of, _) => of("deg").Length > 0 ? $@"\sqrt[{of("deg")}]{{{of("e")}}}" : $@"\sqrt{{{of("e")}}}");
            case "nary":
                return Parts(reader, (of, property) => $"{property("chr", "∫")}{Script('_', of("sub"))}{Script('^', of("sup"))} {of("e")}");
            case "d":
                return Parts(reader, (of, property) => $"{property("begChr", "(")}{of("e")}{property("endChr", ")")}", separator: "|");
            case "func":
                return Parts(reader, (of, _) => $"{of("fName")} {of("e")}");
            case "limLow":
                return Parts(reader, (of, _) => $"{of("e")}_{{{of("lim")}}}");
            case "limUpp":
                return Parts(reader, (of, _) => $"{of("e")}^{{{of("lim")}}}");
            case "acc":
                return Parts(reader, (of, property) => $"{of("e")}{property("chr", "\u0302")}");
            case "mr":
                return Parts(reader, (of, _) => $@"{of("e")} \\ ", separator: " & ");
            case "del" or "delText" or "rPr" or "ctrlPr" or "moveFrom":
                XmlWalk.Skip(reader);
                return "";
            default:
                return reader.LocalName.EndsWith("Pr", StringComparison.Ordinal) ? Skipped(reader) : Children(reader);
        }
    }

    private string Parts(XmlReader reader, Func<Func<string, string>, Func<string, string, string>, string> write, string separator = "")
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            var name = reader.LocalName;
            if (name.EndsWith("Pr", StringComparison.Ordinal))
            {
                ReadProperties(reader, properties);
            }
            else
            {
                var text = Children(reader).Trim();
                parts[name] = parts.TryGetValue(name, out var before) ? before + separator + text : text;
            }
        }

        return write(name => parts.GetValueOrDefault(name, ""), (name, otherwise) => properties.GetValueOrDefault(name, otherwise));
    }

    private static void ReadProperties(XmlReader reader, Dictionary<string, string> properties)
    {
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            properties[reader.LocalName] = WordXml.MathAttribute(reader, "val") ?? "";
            XmlWalk.Skip(reader);
        }
    }

    private static string Script(char sign, string text) => text.Length == 0 ? "" : $"{sign}{{{text}}}";

    private static string Skipped(XmlReader reader)
    {
        XmlWalk.Skip(reader);
        return "";
    }
}
