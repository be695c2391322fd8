using System.Buffers;
using System.Text;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Extractive.Aggregation.Tables;

/// <summary>Rows of a Markdown table, as sheets, delimited values and documents have them in the canonical text.</summary>
/// <param name="Document">The document's position in the conversation.</param>
/// <param name="FirstBlock">The block that the table starts in.</param>
/// <param name="LastBlock">The block that it ends in.</param>
internal sealed record MarkdownPart(int Document, int FirstBlock, int LastBlock) : TablePart(Document)
{
    // What of a cell may be Markdown's own.
    private static readonly SearchValues<char> Marks = SearchValues.Create("\\*_`[~<");

    /// <summary>The header's cells as they are written: a row that says the same is a header again.</summary>
    public required IReadOnlyList<string> Header { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<TableRow> Rows(ReadableDocument document, CancellationToken cancellationToken)
    {
        var isBelowHeader = false;
        for (var block = FirstBlock; block <= LastBlock; block++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var row in RowsOf(document, block, Document))
            {
                // The title lines of a sheet stand above its header.
                var isHeader = row.Cells.SequenceEqual(Header);
                if (isBelowHeader && !isHeader && row.Cells.Any(cell => cell.Length > 0))
                {
                    yield return row;
                }

                isBelowHeader |= isHeader;
            }
        }
    }

    /// <summary>The rows of a block, the header among them.</summary>
    public static IEnumerable<TableRow> RowsOf(ReadableDocument document, int block, int position)
    {
        var location = document.Blocks[block].Location;
        var text = document.Text.Read(location.ByteStart, location.ByteLength);
        var at = location.ByteStart;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var next ? next : text.Length;
            var line = text.AsSpan(start, end - start);
            var bytes = Encoding.UTF8.GetByteCount(line);
            if (!MarkdownTable.IsRule(line) && MarkdownTable.Cells(line) is { Count: > 0 } cells)
            {
                yield return new TableRow(position, at, bytes, Plain(text[start..end], cells));
            }

            (start, at) = (end + 1, at + bytes + 1);
        }
    }

    private static string[] Plain(string line, IReadOnlyList<Range> cells)
    {
        var plain = new string[cells.Count];
        for (var i = 0; i < plain.Length; i++)
        {
            var cell = line.AsSpan()[cells[i]];
            plain[i] = cell.ContainsAny(Marks) ? QuotedText.Plain(cell.ToString()) : cell.ToString();
        }

        return plain;
    }
}
