using System.Text;
using System.Xml;
using Longleaf.Documents.Formats.OpenXml;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>Headers and footers of printed sheets (ECMA-376, 18.3.1.46): text between codes for fonts, page numbers, dates.</summary>
internal static class PrintText
{
    /// <summary>The text of the element that the reader is on; empty if there is nothing but codes.</summary>
    public static string Read(XmlReader reader)
    {
        var code = new StringBuilder();
        XmlWalk.AppendText(reader, code);
        return Of(code.ToString());
    }

    /// <summary>The text of a code. A part with the page's number in it is left out: it says nothing about the sheet.</summary>
    public static string Of(string code)
    {
        var parts = new List<string>();
        var (part, hasPage) = (new StringBuilder(), false);
        for (var index = 0; index < code.Length; index++)
        {
            if (code[index] != '&' || index + 1 == code.Length)
            {
                part.Append(code[index]);
                continue;
            }

            index++;
            switch (code[index])
            {
                case 'L' or 'C' or 'R':
                    parts.Add(hasPage ? "" : part.ToString());
                    part.Clear();
                    hasPage = false;
                    break;
                case 'P' or 'N':
                    hasPage = true;
                    break;
                case '&':
                    part.Append('&');
                    break;
                default:
                    index = EndOfCode(code, index);
                    break;
            }
        }

        parts.Add(hasPage ? "" : part.ToString());
        var text = CleanText.OfLine(string.Join(' ', parts));
        return text.Any(char.IsLetterOrDigit) ? text : "";
    }

    // Codes are one letter, but for fonts in quotes, colours and sizes.
    private static int EndOfCode(string code, int index)
    {
        if (code[index] == '"')
        {
            return code.IndexOf('"', index + 1) is var quote and > 0 ? quote : code.Length;
        }

        if (code[index] == 'K')
        {
            return index + Math.Min(6, code.Length - 1 - index);
        }

        while (char.IsAsciiDigit(code[index]) && index + 1 < code.Length && char.IsAsciiDigit(code[index + 1]))
        {
            index++;
        }

        return index;
    }
}
