using Longleaf.Documents.Formats.Pdf.Content;

namespace Longleaf.Documents.Formats.Pdf.Tables;

/// <summary>Puts a page's lines and tables in order: tables by their rules first, then, of the text outside of those, by how it is aligned.</summary>
internal static class PageTables
{
    /// <summary>A page's lines, with the tables among them made one item each, where their first segment stood.</summary>
    public static List<object> Arrange(List<TextSegment> segments, PageCanvas canvas)
    {
        var found = RuledTables.Find(canvas.Rules, segments, canvas.Gaps);
        var tableOf = new Dictionary<TextSegment, PageTable>(ReferenceEqualityComparer.Instance);
        foreach (var (table, within) in found)
        {
            Take(tableOf, table, within);
        }

        var rest = found.Count == 0 ? segments : segments.Where(segment => !tableOf.ContainsKey(segment)).ToList();
        foreach (var (table, within) in AlignedTables.Find(rest))
        {
            Take(tableOf, table, within);
        }

        var lines = TextLine.Of(segments);
        return tableOf.Count == 0 ? [.. lines] : Arrange(lines, tableOf);
    }

    private static void Take(Dictionary<TextSegment, PageTable> tableOf, PageTable table, IEnumerable<TextSegment> segments)
    {
        foreach (var segment in segments)
        {
            tableOf[segment] = table;
        }
    }

    private static List<object> Arrange(List<TextLine> lines, Dictionary<TextSegment, PageTable> tableOf)
    {
        var items = new List<object>();
        var written = new HashSet<PageTable>(ReferenceEqualityComparer.Instance);
        foreach (var line in lines)
        {
            var rest = line.Segments.Where(segment => !tableOf.ContainsKey(segment)).ToList();
            foreach (var table in line.Segments.Where(tableOf.ContainsKey).Select(segment => tableOf[segment]))
            {
                if (written.Add(table))
                {
                    items.Add(table);
                }
            }

            items.AddRange(rest.Count == line.Segments.Count ? [line] : TextLine.Of(rest));
        }

        return items;
    }
}
