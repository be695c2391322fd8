using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Structured;

/// <summary>Reads records out of tables: the header's cells are matched with the record's fields, each row is a record.</summary>
internal sealed partial class TableRecords(Evidence evidence)
{
    private const int SampledRows = 24;
    private const double EnoughForColumn = 0.4;
    private const double EnoughForHeader = 0.9;
    private const int LongestHeader = 40;

    // So much of a column must be readable as what the field is.
    private const double Readable = 0.5;
    private const double NamedTable = 0.15;

    private static readonly HashSet<string> NoContext = [];

    /// <summary>The records of the tables of a place, those of tables with the same header together.</summary>
    public IEnumerable<RecordGroup> Find(IReadOnlyList<FieldLeaf> leaves, FieldQuery? array, FieldScope scope)
    {
        foreach (var tables in scope.Tables.Where(table => table.Headers.Count > 0).SelectMany(table => Parts(table, leaves)).GroupBy(table => string.Join('\u001f', table.Headers.Append(table.Title).Select(header => header.ToUpperInvariant()))))
        {
            var table = tables.First();
            var columns = table.Rows.Count == 0 ? [] : Map(leaves, table);
            if (columns.Count == 0)
            {
                continue;
            }

            Statement[] rows = [.. tables.SelectMany(one => one.Rows).Where(row => IsRecord(row, leaves, columns))];
            Statement[] named = [.. rows.Where(evidence.IsOfSubject)];
            var chosen = named.Length > 0 ? named : rows;
            var isNamed = array is not null && (array.Coverage(table.Context) >= 0.6 || array.Coverage(LabelTerms.Of(string.Join(' ', table.Headers))) >= 0.6);
            yield return new RecordGroup(
                [.. chosen.Select(row => new FieldScope { Facts = [], Documents = [row.Document], Row = row, Columns = columns, Outer = scope })],
                ((double)columns.Count / leaves.Count) + (isNamed ? NamedTable : 0));
        }
    }

    // A sheet may hold several tables below one another, each with its own header and a line above it that says what it is.
    private static IEnumerable<FactTable> Parts(FactTable table, IReadOnlyList<FieldLeaf> leaves)
    {
        var part = table with { Rows = [] };
        foreach (var row in table.Rows)
        {
            string[] cells = [.. row.Cells.Select(cell => row.Text[cell])];
            if (cells.Any(cell => cell.Length > LongestHeader || cell.Any(char.IsAsciiDigit)) || cells.Count(cell => cell.Length > 0 && LabelTerms.Of(cell) is var terms && leaves.Any(leaf => leaf.Field.Score(terms, NoContext) >= EnoughForHeader)) < 2)
            {
                part.Rows.Add(row);
                continue;
            }

            var title = part.Rows is [.., var above] ? FactTable.Cell(above, 0) : part.Rows.Count == 0 ? part.Headers[0] : "";
            yield return part;
            part = new FactTable(cells, [], [.. table.Context, .. LabelTerms.Of(title)]) { Title = title };
        }

        yield return part;
    }

    // The best pairs of field and column first; none is used twice.
    private Dictionary<string, int> Map(IReadOnlyList<FieldLeaf> leaves, FactTable table)
    {
        HashSet<string>[] headers = [.. table.Headers.Select(LabelTerms.Of)];
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
        return cells.Length > 0 && cells.Count(cell => ValueReader.Read(leaf.Node, leaf.Field, cell, evidence.Facts(table.Rows[0].Document).Habits) is not null) >= Readable * cells.Length;
    }

    // Sums and taxes below the rows, and rows that only part the table, are no records.
    private static bool IsRecord(Statement row, IReadOnlyList<FieldLeaf> leaves, Dictionary<string, int> columns)
    {
        var filled = columns.Values.Count(column => FactTable.Cell(row, column).Length > 0);
        var first = row.Cells.Select(cell => row.Text[cell]).FirstOrDefault(cell => cell.Length > 0, "");
        if (filled * 2 > columns.Count)
        {
            return !Sum().IsMatch(first);
        }

        // Of what may be absent the most may be absent.
        return filled > 0 && !Sum().IsMatch(first) && !Charge().IsMatch(first)
            && leaves.All(leaf => !columns.TryGetValue(leaf.Path, out var column) || FactTable.Cell(row, column).Length > 0 || SchemaShapes.AllowsNull(leaf.Node));
    }


    [GeneratedRegex(@"^\W*(?:vat|tax|mwst|ust|gst|sales tax|shipping|discount|freight|税|运费|折扣)", RegexOptions.IgnoreCase)]
    private static partial Regex Charge();

    [GeneratedRegex(@"^\W*(?:(?:grand |sub-? ?|net )?total\b|sum\b|合计|总计|小计|共计)", RegexOptions.IgnoreCase)]
    private static partial Regex Sum();
}
