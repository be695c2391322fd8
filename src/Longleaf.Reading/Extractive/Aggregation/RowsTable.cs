using System.Text;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Aggregation.Questions;
using Longleaf.Reading.Extractive.Aggregation.Tables;

namespace Longleaf.Reading.Extractive.Aggregation;

/// <summary>Shows rows of a table as they stand, each cited.</summary>
internal sealed class RowsTable(IReadOnlyList<ReadableDocument> documents, TableProfile profile, TableQuery query, AggregatePhrases phrases)
{
    private const int MaxColumns = 6;
    private const int LongestCell = 80;

    // A longer row is quoted from its beginning.
    private const int MaxQuoteBytes = 600;

    /// <summary>The rows, and how many more there are.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="count">How many there are in all.</param>
    public IEnumerable<AnswerLine> Lines(IReadOnlyList<TableRow> rows, long count)
    {
        if (rows.Count == 0)
        {
            yield break;
        }

        var columns = Columns();
        var header = new StringBuilder("\n\n|");
        foreach (var column in columns)
        {
            header.Append(' ').Append(Cell(column.Header)).Append(" |");
        }

        yield return new AnswerLine(header.Append("\n|").Insert(header.Length, " --- |", columns.Length).ToString(), []);
        foreach (var row in rows)
        {
            var line = new StringBuilder("\n|");
            foreach (var column in columns)
            {
                line.Append(' ').Append(Cell(row.Cell(column.Index))).Append(" |");
            }

            yield return new AnswerLine(line.ToString(), Cite(documents, row) is { } citation ? [citation] : []);
        }

        if (count > rows.Count)
        {
            yield return new AnswerLine("\n\n" + QueryWords.Format(phrases.More, FigureFormat.Number(count - rows.Count, 0)), []);
        }
    }

    /// <summary>The citation of a row; <see langword="null"/> if it is not found again.</summary>
    public static Citation? Cite(IReadOnlyList<ReadableDocument> documents, TableRow row)
    {
        var document = documents[row.Document];
        var length = row.ByteLength;
        if (length > MaxQuoteBytes)
        {
            length = MaxQuoteBytes;
            while (length > 0 && (document.Text.Slice(row.ByteStart + length, 1)[0] & 0xC0) == 0x80)
            {
                length--;
            }
        }

        return QuoteFinder.Find(document, document.Text.Read(row.ByteStart, length), row.ByteStart);
    }

    // Of a wide table those that the question is about, and the first others.
    private TableColumn[] Columns()
    {
        var used = query.Columns.Select(column => column.Index).Take(MaxColumns).ToHashSet();
        foreach (var column in profile.Columns.Where(column => column.Header.Length > 0))
        {
            if (used.Count < MaxColumns)
            {
                used.Add(column.Index);
            }
        }

        return [.. profile.Columns.Where(column => used.Contains(column.Index))];
    }

    private static string Cell(string cell)
    {
        var end = cell.Length <= LongestCell ? cell.Length : char.IsHighSurrogate(cell[LongestCell - 1]) ? LongestCell - 1 : LongestCell;
        return QuotedText.Inert(cell[..end]) + (end < cell.Length ? "…" : "");
    }
}
