using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Structured;

/// <summary>Reads records out of tables: the header's cells are matched with the record's fields, each row is a record.</summary>
internal sealed partial class TableRecords(Evidence evidence)
{
    private const int SampledRows = 24;
    private const double EnoughForColumn = 0.4;

    // So much of a column must be readable as what the field is.
    private const double Readable = 0.5;
    private const double NamedTable = 0.15;

    private static readonly HashSet<string> NoContext = [];

    /// <summary>The records of the tables of a place, those of tables with the same header together.</summary>
    public IEnumerable<RecordGroup> Find(IReadOnlyList<FieldLeaf> leaves, FieldQuery? array, FieldScope scope)
    {
        foreach (var tables in scope.Tables.Where(table => table.Headers.Count > 0).GroupBy(table => string.Join('\u001f', table.Headers.Select(header => header.ToUpperInvariant()))))
        {
            var table = tables.First();
            var columns = Map(leaves, table);
            if (columns.Count == 0)
            {
                continue;
            }

            Statement[] rows = [.. tables.SelectMany(one => one.Rows).Where(row => IsRecord(row, columns))];
            Statement[] named = [.. rows.Where(row => row.Cells.Any(cell => evidence.Subject.IsNamedBy(row.Text[cell])))];
            var chosen = named.Length > 0 ? named : rows;
            var isNamed = array is not null && (array.Coverage(table.Context) >= 0.6 || array.Coverage(Terms(string.Join(' ', table.Headers))) >= 0.6);
            yield return new RecordGroup(
                [.. chosen.Select(row => new FieldScope { Facts = [], Documents = [row.Document], Row = row, Columns = columns, Outer = scope })],
                ((double)columns.Count / leaves.Count) + (isNamed ? NamedTable : 0));
        }
    }

    // The best pairs of field and column first; none is used twice.
    private Dictionary<string, int> Map(IReadOnlyList<FieldLeaf> leaves, FactTable table)
    {
        HashSet<string>[] headers = [.. table.Headers.Select(Terms)];
        var pairs = leaves.SelectMany(leaf => headers.Select((header, column) => (leaf, column, Score: Score(leaf.Field, header, table.Headers[column]))))
            .Where(pair => pair.Score >= EnoughForColumn)
            .OrderByDescending(pair => pair.Score);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (leaf, column, _) in pairs)
        {
            if (!columns.ContainsKey(leaf.Path) && !columns.ContainsValue(column) && IsReadable(leaf, table, column))
            {
                columns[leaf.Path] = column;
            }
        }

        // The first column names the row, whatever it is called.
        if (columns.Count > 0 && !columns.ContainsValue(0) && leaves.FirstOrDefault(leaf => !columns.ContainsKey(leaf.Path) && DocumentField.IsName(leaf.Field) && IsReadable(leaf, table, 0)) is { } name)
        {
            columns[name.Path] = 0;
        }

        return columns;
    }

    private static double Score(FieldQuery field, HashSet<string> header, string written) =>
        field.Score(header, NoContext) + (string.Equals(FieldQuery.Split(written), field.Words, StringComparison.OrdinalIgnoreCase) ? 0.5 : 0);

    private bool IsReadable(FieldLeaf leaf, FactTable table, int column)
    {
        string[] cells = [.. table.Rows.Take(SampledRows).Select(row => FactTable.Cell(row, column)).Where(cell => cell.Length > 0)];
        return cells.Length > 0 && cells.Count(cell => ValueReader.Read(leaf.Node, leaf.Field, cell, evidence.Facts(table.Rows[0].Document).Numbers) is not null) >= Readable * cells.Length;
    }

    // Sums below the rows, and rows that only part the table, are no records.
    private static bool IsRecord(Statement row, Dictionary<string, int> columns) =>
        columns.Values.Count(column => FactTable.Cell(row, column).Length > 0) * 2 >= columns.Count
        && !row.Cells.Select(cell => row.Text[cell]).Where(cell => cell.Length > 0).Take(1).Any(first => Sum().IsMatch(first));

    private static HashSet<string> Terms(string text) => TextAnalyzer.Analyze(text).Select(term => term.Term).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^\W*(?:(?:grand |sub-? ?|net )?total\b|sum\b|合计|总计|小计|共计)", RegexOptions.IgnoreCase)]
    private static partial Regex Sum();
}
