using Longleaf.Documents;
using Longleaf.Reading.Citations;

namespace Longleaf.Reading.Extractive.Summaries;

/// <summary>A document's headings in order.</summary>
internal static class DocumentOutline
{
    // More headings than this are not read: a hostile file may have millions.
    private const int MaxHeadings = 5000;
    private const int MaxTitleBytes = 800;

    /// <summary>All headings, up to a bound.</summary>
    public static IReadOnlyList<OutlineEntry> Read(ReadableDocument document, CancellationToken cancellationToken)
    {
        var entries = new List<OutlineEntry>();
        for (var block = 0; block < document.Blocks.Count && entries.Count < MaxHeadings; block++)
        {
            if ((block & 0xfff) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var entry = document.Blocks[block];
            if (entry.Kind == BlockKind.Heading && entry.Join != BlockJoin.None && entry.Location.ByteLength <= MaxTitleBytes)
            {
                var title = QuotedText.Plain(document.Text.Read(entry.Location.ByteStart, entry.Location.ByteLength).TrimStart('#', ' '));
                if (title.Length > 0)
                {
                    entries.Add(new OutlineEntry(block, entry.Level, title));
                }
            }
        }

        return entries;
    }

    /// <summary>The headings that divide the document: of the first level that has more than one.</summary>
    public static IReadOnlyList<OutlineEntry> Main(IReadOnlyList<OutlineEntry> entries)
    {
        var level = entries.GroupBy(entry => entry.Level).OrderBy(group => group.Key).FirstOrDefault(group => group.Count() > 1)?.Key;
        return level is null ? entries : [.. entries.Where(entry => entry.Level == level)];
    }

    /// <summary>The block after the last of a heading's section.</summary>
    public static int End(ReadableDocument document, OutlineEntry heading)
    {
        var block = heading.Block + 1;
        while (block < document.Blocks.Count && !(document.Blocks[block].Kind == BlockKind.Heading && document.Blocks[block].Level <= heading.Level))
        {
            block++;
        }

        return block;
    }
}
