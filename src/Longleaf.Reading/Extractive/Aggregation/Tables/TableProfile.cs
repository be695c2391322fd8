using Longleaf.Reading.Structured;

namespace Longleaf.Reading.Extractive.Aggregation.Tables;

/// <summary>A table as far as a question needs to know it: its columns, and where words of the question stand in its cells.</summary>
internal sealed class TableProfile
{
    // What columns are is seen in so many rows.
    private const int SampledRows = 400;

    /// <summary>Rows beyond so many are not looked at: the answer says so.</summary>
    public const int MaxRows = 1_000_000;

    private TableProfile(SourceTable table, TableColumn[] columns, WritingHabits habits) => (Table, Columns, Habits) = (table, columns, habits);

    /// <summary>The table.</summary>
    public SourceTable Table { get; }

    /// <summary>Its columns.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>How it writes numbers and dates.</summary>
    public WritingHabits Habits { get; }

    /// <summary>How many rows it has, totals left out; no more than <see cref="MaxRows"/>.</summary>
    public int RowCount { get; private init; }

    /// <summary>Whether it states totals of its own.</summary>
    public bool HasTotals { get; private init; }

    /// <summary>Whether it has more rows than are looked at.</summary>
    public bool IsCut => RowCount == MaxRows;

    /// <summary>The cells that say what phrases of the question say.</summary>
    public IReadOnlyList<CellMatch> Matches { get; private init; } = [];

    /// <summary>Looks at all of a table's rows once.</summary>
    /// <param name="table">The table.</param>
    /// <param name="documents">The conversation's documents.</param>
    /// <param name="phrases">Phrases of the question, without regard to case.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static TableProfile Read(SourceTable table, IReadOnlyList<ReadableDocument> documents, HashSet<string> phrases, CancellationToken cancellationToken)
    {
        var (sample, habits) = (new List<TableRow>(), new WritingHabits());
        var (rows, found) = (0, new Dictionary<(int Column, string Phrase), CellMatch>());
        var lookup = phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        var longest = phrases.Count == 0 ? 0 : phrases.Max(phrase => phrase.Length);
        var hasTotals = false;
        foreach (var row in table.Rows(documents, cancellationToken))
        {
            if (TotalRow.Is(row))
            {
                hasTotals = true;
                continue;
            }

            if (rows == MaxRows)
            {
                break;
            }

            rows++;
            if (sample.Count < SampledRows)
            {
                sample.Add(row);
                foreach (var cell in row.Cells)
                {
                    habits.Learn(cell);
                }
            }

            for (var column = 0; column < row.Cells.Length; column++)
            {
                var cell = row.Cells[column];
                if (cell.Length > 0 && cell.Length <= longest && lookup.TryGetValue(cell, out var phrase))
                {
                    found[(column, phrase)] = found.TryGetValue((column, phrase), out var match) ? match with { Rows = match.Rows + 1 } : new CellMatch(column, phrase, cell, 1);
                }
            }
        }

        return new TableProfile(table, ColumnReader.Read(table.Headers, sample, habits), habits) { RowCount = rows, Matches = [.. found.Values], HasTotals = hasTotals };
    }

    /// <summary>The same table as far as it stands in one document.</summary>
    public TableProfile OfDocument(int position, IReadOnlyList<ReadableDocument> documents, CancellationToken cancellationToken)
    {
        var table = Table with { Parts = [.. Table.Parts.Where(part => part.Document == position)] };
        return new TableProfile(table, [.. Columns], Habits) { RowCount = Rows(table, documents, cancellationToken).Count(), Matches = Matches };
    }

    /// <summary>Its rows, totals left out.</summary>
    public IEnumerable<TableRow> Rows(IReadOnlyList<ReadableDocument> documents, CancellationToken cancellationToken) => Rows(Table, documents, cancellationToken);

    private static IEnumerable<TableRow> Rows(SourceTable table, IReadOnlyList<ReadableDocument> documents, CancellationToken cancellationToken) =>
        table.Rows(documents, cancellationToken).Where(row => !TotalRow.Is(row)).Take(MaxRows);
}
