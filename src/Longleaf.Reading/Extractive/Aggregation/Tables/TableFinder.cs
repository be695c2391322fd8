using System.Globalization;
using System.Runtime.CompilerServices;
using Longleaf.Documents;
using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Extractive.Aggregation.Tables;

/// <summary>Finds the tables of documents: sheets, delimited values, tables in running text, arrays of objects.</summary>
internal static class TableFinder
{
    /// <summary>The most different headers that are looked at.</summary>
    public const int MaxTables = 400;

    // A sheet's title and a line below it stand above its header.
    private const int MaxTitleRows = 3;
    private const int LongestTitle = 160;
    private const int MaxColumns = 256;

    private static readonly ConditionalWeakTable<BlockMap, List<(int First, int Last)>> Known = [];

    /// <summary>The tables of documents; those with the same header are one.</summary>
    /// <param name="documents">The conversation's documents.</param>
    /// <param name="positions">Which of them.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public static IReadOnlyList<SourceTable> Find(IReadOnlyList<ReadableDocument> documents, IEnumerable<int> positions, CancellationToken cancellationToken)
    {
        var (tables, byHeader) = (new List<SourceTable>(), new Dictionary<string, SourceTable>(StringComparer.OrdinalIgnoreCase));
        foreach (var position in positions)
        {
            var document = documents[position];
            var found = document.Info.Format == DocumentFormat.Json ? JsonRecords.Find(document, position, cancellationToken) : InText(document, position, cancellationToken);
            foreach (var (headers, part) in found)
            {
                var key = string.Join('\u001f', headers);
                if (byHeader.TryGetValue(key, out var table))
                {
                    table.Parts.Add(part);
                }
                else if (tables.Count < MaxTables)
                {
                    tables.Add(byHeader[key] = new SourceTable(headers, [part]));
                }
            }
        }

        return tables;
    }

    private static IEnumerable<(IReadOnlyList<string> Headers, TablePart Part)> InText(ReadableDocument document, int position, CancellationToken cancellationToken)
    {
        var blocks = document.Blocks;
        foreach (var (first, last) in Stretches(blocks, cancellationToken))
        {
            if (Header(document, first, position) is var (header, above) && !StatementReader.IsForm(header))
            {
                var location = blocks[first].Location;
                yield return (header, new MarkdownPart(position, first, last)
                {
                    Header = header,
                    Sheet = location.Sheet,
                    Title = string.Join(' ', ((string[])[location.Sheet ?? "", .. location.Section.TakeLast(2), LineBefore(document, first), above]).Where(title => title.Length > 0)),
                });
            }
        }
    }

    // Novels have tens of thousands of blocks and no table: they are looked through once.
    private static List<(int First, int Last)> Stretches(BlockMap blocks, CancellationToken cancellationToken)
    {
        if (Known.TryGetValue(blocks, out var known))
        {
            return known;
        }

        var stretches = new List<(int First, int Last)>();
        for (var block = 0; block < blocks.Count; block++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (blocks[block] is { Kind: BlockKind.Table } entry)
            {
                if (entry.Join != BlockJoin.Paragraph && stretches is [.., var (first, last)] && last == block - 1)
                {
                    stretches[^1] = (first, block);
                }
                else
                {
                    stretches.Add((block, block));
                }
            }
        }

        Known.AddOrUpdate(blocks, stretches);
        return stretches;
    }

    // The first of the upper rows that names its columns: above it stand titles alone in their row.
    private static (string[] Header, string Above)? Header(ReadableDocument document, int block, int position)
    {
        var above = "";
        foreach (var row in MarkdownPart.RowsOf(document, block, position).Take(MaxTitleRows + 1))
        {
            var filled = row.Cells.Count(cell => cell.Length > 0);
            if (filled > 1 && row.Cells.Length <= MaxColumns && filled * 2 >= row.Cells.Length && row.Cells.Count(IsName) * 3 >= filled * 2)
            {
                return (row.Cells, above);
            }

            if (filled > 1)
            {
                return null;
            }

            above = $"{above} {string.Concat(row.Cells)}".Trim();
        }

        return null;
    }

    // "2023" and "Q1" name columns; amounts and dates do not.
    private static bool IsName(string cell) =>
        cell.Length is > 0 and <= LongestTitle && (cell.Any(char.IsLetter) ? cell.Count(char.IsAsciiDigit) * 2 <= cell.Length : int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100);

    private static string LineBefore(ReadableDocument document, int block)
    {
        if (block == 0 || document.Blocks[block].Location.Sheet is not null || document.Blocks[block - 1] is not { Kind: BlockKind.Paragraph, Location: { ByteLength: <= LongestTitle } location })
        {
            return "";
        }

        return document.Text.Read(location.ByteStart, location.ByteLength);
    }
}
