using Longleaf.Documents.Formats.Pdf.Content;

namespace Longleaf.Documents.Formats.Pdf.Tables;

/// <summary>Puts a page's lines and tables in the order of reading: tables by their rules first, then, of the text outside of those, by how it is aligned.</summary>
internal static class PageTables
{
    /// <summary>A page's lines (<see cref="TextLine"/>) and tables (<see cref="PageTable"/>).</summary>
    /// <param name="segments">Its segments in the order of the content stream.</param>
    /// <param name="canvas">What else is drawn on it.</param>
    public static List<object> Arrange(List<TextSegment> segments, PageCanvas canvas)
    {
        var tableOf = new Dictionary<TextSegment, PageTable>(ReferenceEqualityComparer.Instance);
        foreach (var (table, within) in RuledTables.Find(canvas.Rules, segments, canvas.Gaps))
        {
            Take(tableOf, table, within);
        }

        // A table with rules moves as one.
        var stands = new Dictionary<TextSegment, PageTable>(ReferenceEqualityComparer.Instance);
        var ordered = ReadingOrder.Arrange(tableOf.Count == 0 ? segments : WithStands(segments, tableOf, stands));
        foreach (var (table, within) in AlignedTables.Find(stands.Count == 0 ? ordered : ordered.Where(segment => !stands.ContainsKey(segment)).ToList()))
        {
            Take(tableOf, table, within);
        }

        return tableOf.Count == 0 ? [.. TextLine.Of(ordered)] : Items(ordered, tableOf, stands);
    }

    private static void Take(Dictionary<TextSegment, PageTable> tableOf, PageTable table, IEnumerable<TextSegment> segments)
    {
        foreach (var segment in segments)
        {
            tableOf[segment] = table;
        }
    }

    // Each table's segments made one, without text, over their whole extent, where the first of them stood.
    private static List<TextSegment> WithStands(
        List<TextSegment> segments, Dictionary<TextSegment, PageTable> tableOf, Dictionary<TextSegment, PageTable> stands)
    {
        var extents = tableOf.GroupBy(entry => entry.Value, entry => entry.Key, (IEqualityComparer<PageTable>)ReferenceEqualityComparer.Instance).ToDictionary(
            table => table.Key,
            table => new TextSegment
            {
                Text = "",
                Left = table.Min(segment => segment.Left),
                Right = table.Max(segment => segment.Right),
                Baseline = table.Min(segment => segment.Baseline),
                Size = table.Max(segment => segment.Baseline + segment.Size) - table.Min(segment => segment.Baseline),
                IsBold = false,
                Turn = 0,
            },
            (IEqualityComparer<PageTable>)ReferenceEqualityComparer.Instance);
        var rest = new List<TextSegment>(segments.Count);
        foreach (var segment in segments)
        {
            if (!tableOf.TryGetValue(segment, out var table))
            {
                rest.Add(segment);
            }
            else if (stands.TryAdd(extents[table], table))
            {
                rest.Add(extents[table]);
            }
        }

        return rest;
    }

    private static List<object> Items(List<TextSegment> ordered, Dictionary<TextSegment, PageTable> tableOf, Dictionary<TextSegment, PageTable> stands)
    {
        var items = new List<object>();
        var written = new HashSet<PageTable>(ReferenceEqualityComparer.Instance);
        var open = new List<TextSegment>();
        foreach (var segment in ordered)
        {
            if (stands.TryGetValue(segment, out var table))
            {
                AddLines();
                items.Add(table);
            }
            else
            {
                open.Add(segment);
            }
        }

        AddLines();
        return items;

        // Tables by alignment stand where their first line stood.
        void AddLines()
        {
            foreach (var line in TextLine.Of(open))
            {
                items.AddRange(line.Segments.Where(tableOf.ContainsKey).Select(segment => tableOf[segment]).Where(written.Add));
                var rest = line.Segments.Where(segment => !tableOf.ContainsKey(segment)).ToList();
                items.AddRange(rest.Count == line.Segments.Count ? [line] : TextLine.Of(rest));
            }

            open.Clear();
        }
    }
}
