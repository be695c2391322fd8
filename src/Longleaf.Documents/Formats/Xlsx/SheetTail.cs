using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>What a sheet's part says after its cells but must be known before: merged cells, links.</summary>
internal sealed class SheetTail
{
    private const int MaxMerges = 500_000;
    private const int MaxLinkedCells = 500_000;

    private readonly List<CellRange> _merges = [];
    private readonly List<string> _furniture = [];
    private Dictionary<CellReference, string>? _links;

    /// <summary>Cells that are merged, by their first row.</summary>
    public IReadOnlyList<CellRange> Merges => _merges;

    /// <summary>The text of the headers and footers that are printed around the sheet.</summary>
    public IReadOnlyList<string> Furniture => _furniture;

    /// <summary>Where a cell's link leads to; <see langword="null"/> if it has none.</summary>
    public string? LinkOf(int row, int column) => _links is null ? null : _links.GetValueOrDefault(new CellReference(row, column));

    public static SheetTail Read(OpenXmlPackage package, SheetEntry sheet, IReadOnlyDictionary<string, Relationship> relationships, BlockSink sink)
    {
        var tail = new SheetTail();
        using var part = package.Open(sheet.Part);
        using var rest = part is null ? null : SheetTailStream.After(part);
        if (rest is not null)
        {
            // Names with their prefixes: those are declared before the cells.
            using var reader = new XmlTextReader(new AttributeGuard(rest)) { Namespaces = false, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            tail.Read(reader, relationships, sink);
        }
        else if (package.OpenXml(sheet.Part) is { } whole)
        {
            using (whole)
            {
                tail.Read(whole, relationships, sink);
            }
        }

        tail._merges.Sort((one, other) => one.First.Row.CompareTo(other.First.Row));
        return tail;
    }

    private void Read(XmlReader reader, IReadOnlyDictionary<string, Relationship> relationships, BlockSink sink)
    {
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            var name = LocalName(reader.Name);
            if (name == "mergeCell" && CellRange.Parse(reader.GetAttribute("ref")) is { } merge && merge.Last != merge.First)
            {
                if (_merges.Count == MaxMerges)
                {
                    throw new UnreadableException(DocumentFailureCode.TooLarge, $"This workbook has a sheet with more than {MaxMerges:N0} merged cells.");
                }

                _merges.Add(merge);
            }
            else if (name == "hyperlink" && CellRange.Parse(reader.GetAttribute("ref")) is { } linked && Target(reader, relationships) is { } target)
            {
                AddLink(linked, target, sink);
            }
            else if (name is "oddHeader" or "oddFooter" or "evenHeader" or "evenFooter" or "firstHeader" or "firstFooter" && PrintText.Read(reader) is { Length: > 0 } text
                && !_furniture.Contains(text))
            {
                _furniture.Add(text);
            }
        }
    }

    private void AddLink(CellRange linked, string target, BlockSink sink)
    {
        _links ??= [];
        for (var row = linked.First.Row; row <= linked.Last.Row; row++)
        {
            for (var column = linked.First.Column; column <= linked.Last.Column; column++)
            {
                if (_links.Count == MaxLinkedCells)
                {
                    sink.Warn($"This workbook has a sheet with more than {MaxLinkedCells:N0} linked cells: the targets of the rest are not told.");
                    return;
                }

                _links.TryAdd(new CellReference(row, column), target);
            }
        }
    }

    private static string? Target(XmlReader reader, IReadOnlyDictionary<string, Relationship> relationships)
    {
        var target = default(string);
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (LocalName(reader.Name) == "id" && relationships.TryGetValue(reader.Value, out var found) && found.IsExternal)
            {
                target = found.Target;
            }
        }

        reader.MoveToElement();
        return target;
    }

    private static string LocalName(string name) => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
