using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Extractive.Summaries;

namespace Longleaf.Reading.Structured;

/// <summary>Finds where several records of the same kind stand: rows of a table, columns of one, sections, keys that come again, documents.</summary>
internal sealed class RecordFinder(Evidence evidence, CancellationToken cancellationToken)
{
    private const int MaxSections = 400;

    // Arrays of a schema of thousands, and those within records: each is a look through whole documents.
    private const int MaxSearches = 500;
    private const double EnoughForKey = 0.5;
    private readonly TableRecords _tables = new(evidence);
    private int _searches;

    /// <summary>The groups of places, those first that the question asks for.</summary>
    /// <param name="record">The schema of a record.</param>
    /// <param name="array">What the records are called; none for the whole answer.</param>
    /// <param name="scope">Where they are looked for.</param>
    public IEnumerable<RecordGroup> Find(SchemaNode record, FieldQuery? array, FieldScope scope)
    {
        var leaves = FieldLeaf.Of(record, array);
        if (leaves.Count == 0 || scope.Row is not null || _searches++ >= MaxSearches)
        {
            return [];
        }

        var documents = Documents(scope);
        return (evidence.IsPerDocument ? documents : []).Concat(_tables.Find(leaves, array, scope).OrderByDescending(group => group.Quality)).Concat(Columns(leaves, scope)).Concat(Sections(scope)).Concat(Keys(leaves, scope)).Concat(documents);
    }

    private IEnumerable<RecordGroup> Documents(FieldScope scope) =>
        scope is { IsWhole: true, Documents.Count: > 1 } ? [new RecordGroup([.. scope.Documents.Select(position => evidence.Whole([position]))], null)] : [];

    // "| | 700 | 900 |" with a row for each field: the columns are the records.
    private static IEnumerable<RecordGroup> Columns(IReadOnlyList<FieldLeaf> leaves, FieldScope scope)
    {
        foreach (var table in scope.Tables.Where(table => table.Headers.Count > 2 && table.Rows.Count is > 0 and <= 200))
        {
            var labels = table.Rows.Where(row => leaves.Any(leaf => leaf.Field.Score(LabelTerms.Of(FactTable.Cell(row, 0)), []) >= EnoughForKey)).ToArray();
            if (labels.Length * 2 < leaves.Count || labels.Length == 0)
            {
                continue;
            }

            yield return new RecordGroup(
                [
                    .. Enumerable.Range(1, table.Headers.Count - 1).Where(column => table.Headers[column].Length > 0).Select(column => new FieldScope
                    {
                        Facts = [.. table.Rows.Where(row => FactTable.Cell(row, column).Length > 0).Select(row => new Fact(row, FactTable.Cell(row, 0), LabelTerms.Of(FactTable.Cell(row, 0)), table.Context, row.Cells[column], 1))],
                        Documents = [],
                        Heading = Header(table, column),
                    }),
                ],
                null);
        }
    }

    // The header's cell as a statement; its row is not kept, so it is quoted from nowhere.
    private static Statement Header(FactTable table, int column) => table.Rows[0] with { Text = table.Headers[column], Kind = StatementKind.Heading, ByteStart = -1 };

    // Each level of headings that comes more than once is tried.
    private IEnumerable<RecordGroup> Sections(FieldScope scope)
    {
        var sections = new List<(int Level, FieldScope Scope)>();
        foreach (var position in scope.Documents)
        {
            foreach (var heading in DocumentOutline.Read(evidence.Documents[position], cancellationToken))
            {
                if (sections.Count < MaxSections && (scope.Blocks.Equals(Range.All) || (heading.Block > scope.Blocks.Start.Value && heading.Block < scope.Blocks.End.Value)))
                {
                    sections.Add((heading.Level, FieldScope.Section(evidence.Documents[position], position, evidence.Facts(position), heading, scope)));
                }
            }
        }

        return sections.GroupBy(section => section.Level).Where(level => level.Count() > 1).OrderBy(level => level.Key).Select(level => new RecordGroup(Chosen([.. level.Select(section => section.Scope)]), null));
    }

    private FieldScope[] Chosen(FieldScope[] sections)
    {
        FieldScope[] named = [.. sections.Where(section => section.Heading is { } heading && evidence.Subject.IsNamedBy(heading.Text))];
        return named.Length > 0 ? named : sections;
    }

    // "Name: A, Age: 3, Name: B, Age: 4": a key that comes again starts the next record.
    private static IEnumerable<RecordGroup> Keys(IReadOnlyList<FieldLeaf> leaves, FieldScope scope)
    {
        var (records, current, seen) = (new List<List<Fact>>(), new List<Fact>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var fact in scope.Facts.Where(fact => fact is { Statement.Kind: StatementKind.KeyValue }))
        {
            var best = leaves.Select(leaf => (leaf.Path, Score: leaf.Field.Score(fact.Terms, []))).MaxBy(match => match.Score);
            if (best.Score < EnoughForKey)
            {
                continue;
            }

            if (!seen.Add(best.Path) && fact.Terms.Count > 0)
            {
                records.Add(current);
                (current, seen) = ([], [best.Path]);
            }

            current.Add(fact);
        }

        records.Add(current);

        // One record of a section's own keys is the section itself.
        return current.Count == 0 || (records.Count == 1 && !scope.IsWhole) ? [] : [new RecordGroup([.. records.Select(record => new FieldScope { Facts = record, Documents = [] })], null)];
    }

}
