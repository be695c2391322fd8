using System.Xml;
using Longleaf.Documents.Formats.OpenXml;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>What the workbook's main part says: its sheets in their order, and from when days count.</summary>
internal sealed class Workbook
{
    private readonly List<SheetEntry> _sheets = [];

    public IReadOnlyList<SheetEntry> Sheets => _sheets;

    /// <summary>Whether days count from 1904.</summary>
    public bool Since1904 { get; private set; }

    public static Workbook Read(XmlReader reader, OpenXmlPackage package, IReadOnlyDictionary<string, Relationship> relationships, BlockSink sink)
    {
        var workbook = new Workbook();
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "workbookPr")
            {
                workbook.Since1904 = reader.GetAttribute("date1904") is "1" or "true" or "on";
            }
            else if (reader.LocalName == "sheet")
            {
                workbook.AddSheet(reader, package, relationships, sink);
            }
        }

        return workbook;
    }

    private void AddSheet(XmlReader reader, OpenXmlPackage package, IReadOnlyDictionary<string, Relationship> relationships, BlockSink sink)
    {
        var name = CleanText.OfLine(reader.GetAttribute("name") ?? "");
        var id = XmlWalk.RelationshipAttribute(reader, "id") ?? "";
        var part = relationships.TryGetValue(id, out var found) && !found.IsExternal && package.Has(found.Target)
            ? found.Target
            : $"xl/worksheets/sheet{_sheets.Count + 1}.xml";
        if (!package.Has(part))
        {
            sink.Warn($"The sheet \"{name}\" is listed by the workbook but is not in it.");
            return;
        }

        _sheets.Add(new SheetEntry(
            name.Length > 0 ? name : $"Sheet{_sheets.Count + 1}", reader.GetAttribute("state") is "hidden" or "veryHidden", part));
    }
}
