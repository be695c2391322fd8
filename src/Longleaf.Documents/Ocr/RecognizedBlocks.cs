using Longleaf.Documents.Formats;
using Longleaf.Documents.Formats.Pdf;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Ocr;

/// <summary>Writes what was recognised.</summary>
internal static class RecognizedBlocks
{
    public static void Write(BlockSink sink, IEnumerable<RecognizedBlock> blocks, Location location)
    {
        foreach (var block in blocks)
        {
            if (block.Rows is { } rows)
            {
                TableBlocks.Write(sink, rows, location);
            }
            else
            {
                sink.Add(BlockKind.Paragraph, PageText.WithoutLeaders(block.Text), location: location);
            }
        }
    }
}
