using Longleaf.Documents;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Comparisons;

/// <summary>Reads what a document states as key and value: lines "key: value", rows of small tables, sentences that state a figure.</summary>
internal static class AttributeReader
{
    private const int MaxBytes = 2_000_000;
    private const int MaxAttributes = 400;

    // A longer table is data, not a description.
    private const int MaxRows = 80;

    /// <summary>The attributes in order, the first of each key.</summary>
    public static IReadOnlyList<DocumentAttribute> Read(ReadableDocument document, int position, CancellationToken cancellationToken)
    {
        var attributes = new Dictionary<string, DocumentAttribute>(StringComparer.Ordinal);
        var (read, rows, table) = (0L, 0, -1);
        for (var block = 0; block < document.Blocks.Count && read < MaxBytes && attributes.Count < MaxAttributes; block++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entry = document.Blocks[block];
            if (entry.Kind is BlockKind.Heading or BlockKind.Code)
            {
                continue;
            }

            read += entry.Location.ByteLength;
            (rows, table) = entry.Kind != BlockKind.Table ? (0, -1) : entry.Join == BlockJoin.Paragraph ? (0, block) : (rows, table);
            foreach (var statement in StatementReader.Read(document, position, entry.Location.ByteStart, entry.Location.ByteLength))
            {
                if (TableOfContents.Holds(statement, document))
                {
                    continue;
                }

                if (statement.Kind == StatementKind.TableRow && ++rows > MaxRows)
                {
                    break;
                }

                Add(attributes, statement);
            }
        }

        return [.. attributes.Values];
    }

    private static void Add(Dictionary<string, DocumentAttribute> attributes, Statement statement)
    {
        if (statement.Kind == StatementKind.KeyValue)
        {
            Add(attributes, statement, statement.Text[statement.Key], statement.Value);
        }
        else if (statement.Kind == StatementKind.Sentence)
        {
            if (SentenceAttribute.Find(statement.Text) is { } found)
            {
                Add(attributes, statement, found.Key, found.Value);
            }
        }
        else if (statement.Kind == StatementKind.TableRow)
        {
            var label = statement.Text[statement.Cells[0]];
            for (var cell = 1; cell < statement.Cells.Count && cell < 12; cell++)
            {
                var header = cell < statement.Headers.Count ? statement.Headers[cell] : "";
                Add(attributes, statement, statement.Cells.Count == 2 || TableCell.IsPlain(header) ? label : $"{label}, {header}", statement.Cells[cell]);
            }
        }
    }

    private static void Add(Dictionary<string, DocumentAttribute> attributes, Statement statement, string label, Range range)
    {
        var value = statement.Text[range];
        var key = string.Join(' ', TextAnalyzer.Analyze(label).Select(term => term.Term).Distinct().Order(StringComparer.Ordinal));
        if (key.Length > 0 && value.Length is > 0 and <= 300)
        {
            attributes.TryAdd(key, new DocumentAttribute(key, label, value, statement, range));
        }
    }
}
