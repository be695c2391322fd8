using System.Text;
using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Writes Office's equations (OMML) in the manner of LaTeX: between dollar signs, two of them where an equation stands alone.</summary>
internal sealed class MathReader(ParseLimits limits)
{
    private const string NoSeparator = "";

    private int _depth;
    private long _characters;

    /// <summary>Reads the equation that the reader is on.</summary>
    public static string Read(XmlReader reader, ParseLimits limits)
    {
        var fence = reader.LocalName == "oMathPara" ? "$$" : "$";
        var text = new MathReader(limits).Children(reader).Trim();
        return text.Length == 0 ? "" : $"{fence}{text}{fence}";
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
            Append(text, Element(reader));
        }

        _depth--;
        return text.ToString();
    }

    // A letter after a command would be read as a part of its name.
    private void Append(StringBuilder text, string part)
    {
        if (part.Length > 0 && char.IsAsciiLetter(part[0]) && EndsInCommand(text))
        {
            text.Append(' ');
        }

        text.Append(part);
        _characters += part.Length;
        if (_characters > limits.MaxCharacters)
        {
            throw new UnreadableException(DocumentFailureCode.TooLarge, "This document holds an equation larger than is read.");
        }
    }

    private static bool EndsInCommand(StringBuilder text)
    {
        var index = text.Length - 1;
        while (index >= 0 && char.IsAsciiLetter(text[index]))
        {
            index--;
        }

        return index >= 0 && index < text.Length - 1 && text[index] == '\\';
    }

    private string Element(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "t":
                var (raw, text) = (new StringBuilder(), new StringBuilder());
                XmlWalk.AppendText(reader, raw);
                MathSymbols.Append(text, raw.ToString());
                return text.ToString();
            case "f":
                return Parts(reader, (of, property) => property("type", "") == "lin" ? $"{of("num")}/{of("den")}" : $@"\frac{{{of("num")}}}{{{of("den")}}}");
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
                return Parts(reader, (of, property) => $"{MathSymbols.Command(property("chr", "∫"))}{Script('_', of("sub"))}{Script('^', of("sup"))} {of("e")}");
            case "func":
                return Parts(reader, (of, _) => $"{MathSymbols.Function(of("fName"))} {of("e")}");
            case "d":
                return Parts(reader, (of, property) => $@"\left{Bracket(property("begChr", "("))} {of("e")} \right{Bracket(property("endChr", ")"))}", separator: "|");
            default:
                return Decoration(reader);
        }
    }

    private string Decoration(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "limLow":
                return Parts(reader, (of, _) => $"{MathSymbols.Function(of("e"))}_{{{of("lim")}}}");
            case "limUpp":
                return Parts(reader, (of, _) => $"{MathSymbols.Function(of("e"))}^{{{of("lim")}}}");
            case "acc":
                return Parts(reader, (of, property) => $@"\{MathSymbols.Accent(property("chr", "\u0302"), "hat")}{{{of("e")}}}");
            case "bar":
                return Parts(reader, (of, property) => $@"\{(property("pos", "bot") == "top" ? "overline" : "underline")}{{{of("e")}}}");
            case "groupChr":
                return Parts(reader, (of, property) => $@"\{MathSymbols.Accent(property("chr", "⏟"), property("pos", "bot") == "top" ? "overbrace" : "underbrace")}{{{of("e")}}}");
            case "borderBox":
                return Parts(reader, (of, _) => $@"\boxed{{{of("e")}}}");
            case "m":
                return Parts(reader, (of, _) => $@"\begin{{matrix}} {of("mr")} \end{{matrix}}", separator: @" \\ ");
            case "mr":
                return Parts(reader, (of, _) => of("e"), separator: " & ");
            case "eqArr":
                return Parts(reader, (of, _) => $@"\begin{{aligned}} {of("e")} \end{{aligned}}", separator: @" \\ ");
            case "del" or "delText" or "rPr" or "ctrlPr" or "moveFrom":
                return Skipped(reader);
            default:
                return reader.LocalName.EndsWith("Pr", StringComparison.Ordinal) ? Skipped(reader) : Children(reader);
        }
    }

    private string Parts(XmlReader reader, Func<Func<string, string>, Func<string, string, string>, string> write, string separator = NoSeparator)
    {
        if (++_depth > limits.MaxDepth)
        {
            throw new UnreadableException(DocumentFailureCode.TooLarge, "This document is nested too deep.");
        }

        var parts = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            var name = reader.LocalName;
            if (name.EndsWith("Pr", StringComparison.Ordinal))
            {
                ReadProperties(reader, properties);
                continue;
            }

            var text = (name == "mr" ? Element(reader) : Children(reader)).Trim();
            if (parts.TryGetValue(name, out var before))
            {
                before.Append(separator).Append(text);
            }
            else
            {
                parts[name] = new StringBuilder(text);
            }
        }

        _depth--;
        return write(name => parts.TryGetValue(name, out var part) ? part.ToString() : "", (name, otherwise) => properties.GetValueOrDefault(name, otherwise));
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

    // One that is not there is a point for LaTeX.
    private static string Bracket(string sign) => sign.Length == 0 ? "." : MathSymbols.Command(sign);

    private static string Script(char sign, string text) => text.Length == 0 ? "" : $"{sign}{{{text}}}";

    private static string Skipped(XmlReader reader)
    {
        XmlWalk.Skip(reader);
        return "";
    }
}
