using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>What a table's cell says of itself before its content.</summary>
internal sealed class TableCell
{
    /// <summary>How many columns of the grid it spans.</summary>
    public int Span { get; private set; } = 1;

    /// <summary><c>restart</c> or <c>continue</c> for one merged downwards.</summary>
    public string? Merge { get; private set; }

    /// <summary>Whether a tracked change deleted it.</summary>
    public bool IsDeleted { get; private set; }

    public static TableCell Read(XmlReader reader)
    {
        var cell = new TableCell();
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            switch (reader.LocalName)
            {
                case "gridSpan":
                    cell.Span = WordXml.Number(reader, "val") ?? 1;
                    break;
                case "vMerge":
                    cell.Merge = WordXml.Attribute(reader, "val") ?? "continue";
                    break;
                case "cellDel":
                    cell.IsDeleted = true;
                    break;
                default:
                    break;
            }

            XmlWalk.Skip(reader);
        }

        return cell;
    }
}
