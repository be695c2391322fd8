using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Html;

/// <summary>Writes blocks as canonical Markdown.</summary>
internal sealed class HtmlBlockWriter(BlockSink sink)
{
    private BlockKind? _last;

    public void Write(HtmlBlock block)
    {
        var join = block.GoesOn || (block.Kind == BlockKind.ListItem && block.Marker.Length > 0 && _last == BlockKind.ListItem) ? BlockJoin.Line : BlockJoin.Paragraph;
        var before = sink.Blocks;
        switch (block.Kind)
        {
            case BlockKind.Heading when CleanText.OfLine(block.Text) is { Length: > 0 } line:
                sink.Add(BlockKind.Heading, $"{new string('#', block.Level)} {line}", block.Level);
                break;
            case BlockKind.Heading:
                break;
            case BlockKind.ListItem:
                var indent = new string(' ', 2 * block.Level);
                // What goes on in an item stands under its text.
                var lead = block.Marker.Length > 0 ? indent + block.Marker : indent + "  ";
                sink.Add(BlockKind.ListItem, lead + Lines(block.Text, indent + "  "), block.Level, join);
                break;
            case BlockKind.Quote:
                sink.Add(BlockKind.Quote, string.Concat(Enumerable.Repeat("> ", Math.Max(1, block.Level))) + Lines(block.Text, "> "));
                break;
            case BlockKind.Code:
                var fence = block.Text.Contains("```", StringComparison.Ordinal) ? "~~~~" : "```";
                sink.Add(BlockKind.Code, $"{fence}\n{block.Text.TrimEnd()}\n{fence}");
                break;
            case BlockKind.Table:
                TableBlocks.Write(sink, block.Rows, Location.None);
                break;
            default:
                sink.Add(block.Kind, block.Marker + block.Text, join: join);
                break;
        }

        if (sink.Blocks > before)
        {
            _last = block.Kind;
        }
    }

    private static string Lines(string text, string lead) => text.Contains('\n', StringComparison.Ordinal) ? text.Replace("\n", "\n" + lead, StringComparison.Ordinal) : text;
}
