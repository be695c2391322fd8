using System.Xml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Form fields of the old kind (w:ffData), which show what their definition says.</summary>
internal static class FormField
{
    /// <summary>Reads the begin of a field: what its checkbox or list shows; <see langword="null"/> for other fields.</summary>
    public static string? Read(XmlReader reader)
    {
        var (isBox, isTicked, isChosen, choice) = (false, default(bool?), default(bool?), 0);
        var entries = new List<string>();
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
        {
            return null;
        }

        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "checkBox":
                    isBox = true;
                    break;
                case "checked":
                    isTicked = WordXml.IsOn(reader);
                    break;
                case "default":
                    isChosen = WordXml.IsOn(reader);
                    break;
                case "result":
                    choice = WordXml.Number(reader, "val") ?? 0;
                    break;
                case "listEntry" when entries.Count < 1000:
                    entries.Add(WordXml.Attribute(reader, "val") ?? "");
                    break;
                default:
                    break;
            }
        }

        return isBox ? (isTicked ?? isChosen ?? false) ? "[x]" : "[ ]"
            : choice >= 0 && choice < entries.Count ? entries[choice]
            : null;
    }
}
