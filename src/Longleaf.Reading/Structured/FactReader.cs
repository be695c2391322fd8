using System.Text.RegularExpressions;
using Longleaf.Documents;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Structured;

/// <summary>Reads the facts of a stretch of a document: key-value lines, cells, lines that end in their value, lists and tables.</summary>
internal sealed partial class FactReader(ReadableDocument document, int position)
{
    private const int MaxFacts = 20_000;
    private const int MaxSentences = 20_000;
    private const int MaxRows = 20_000;

    // A longer table is data: its cells are found by its columns, not by the labels of its rows.
    private const int MaxLabelledRows = 80;
    private const int MaxColumns = 64;
    private const int LongestStackedLabel = 40;
    private const int LongestStackedValue = 120;

    private const double OfRow = 0.95;
    private const double OfLine = 0.85;
    private const double Stacked = 0.6;

    private readonly List<Fact> _facts = [];
    private readonly List<FactTable> _tables = [];
    private readonly List<FactList> _lists = [];
    private readonly List<Statement> _sentences = [];
    private readonly WritingHabits _habits = new();
    private int _contextOf = -1;
    private HashSet<string> _context = [];
    private int _rows;
    private Statement? _before;

    /// <summary>The facts of some of the document's blocks.</summary>
    public DocumentFacts Read(IEnumerable<int> blocks, CancellationToken cancellationToken)
    {
        var last = -2;
        foreach (var block in blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entry = document.Blocks[block];
            _before = block == last + 1 ? _before : null;
            foreach (var statement in StatementReader.Read(document, position, entry.Location.ByteStart, entry.Location.ByteLength))
            {
                if (!TableOfContents.Holds(statement, document))
                {
                    Add(statement, entry, block == last + 1);
                    _before = statement;
                }
            }

            last = block;
        }

        for (var i = 0; i < _tables.Count; i++)
        {
            _tables[i] = WithOwnHeader(_tables[i]);
        }

        foreach (var table in _tables.Where(table => table.Rows.Count <= MaxLabelledRows))
        {
            AddCells(table);
        }

        return new DocumentFacts(_facts, _tables, _lists, _sentences, _habits);
    }

    private void Add(Statement statement, BlockEntry entry, bool continues)
    {
        _habits.Learn(statement.Text);
        if (statement.IsListItem)
        {
            AddItem(statement, continues);
        }

        switch (statement.Kind)
        {
            case StatementKind.KeyValue:
                AddPairs(statement);
                break;
            case StatementKind.TableRow:
                AddRow(statement, entry, continues);
                break;
            case StatementKind.Heading:
                AddLabelledValue(statement);
                break;
            case StatementKind.Sentence when _sentences.Count < MaxSentences:
                _sentences.Add(statement);
                AddLine(statement);
                break;
        }
    }

    // "Invoice no: 17    Date: 2 May" and "Name: Li, Age: 30" hold several pairs.
    private void AddPairs(Statement statement)
    {
        foreach (var (label, value) in LinePairs.Split(statement))
        {
            Add(statement, label, value, 1);
        }
    }

    // Pairs among the lines of an address, "Total due $ 154.06", and a label with its value on the line below.
    private void AddLine(Statement statement)
    {
        var text = statement.Text;
        for (var (start, end) = (0, text.IndexOf('\n')); start < text.Length && (start > 0 || end >= 0); start = end + 1)
        {
            end = text.IndexOf('\n', start) is >= 0 and var next ? next : text.Length;
            if (KeyValueLine.Find(text[start..end]) is { } pair)
            {
                Add(statement, text[start..end][pair.Key], (start + pair.Value.Start.Value)..(start + pair.Value.End.GetOffset(end - start)), OfLine);
            }
        }

        AddLabelledValue(statement);
        if (_before is { Kind: StatementKind.Sentence or StatementKind.Heading } label && label.Text.Length <= LongestStackedLabel && text.Length <= LongestStackedValue
            && !label.Text.Any(char.IsAsciiDigit) && !EndsSentence().IsMatch(label.Text) && text[^1] is not (':' or '：'))
        {
            Add(statement, label.Text, .., Stacked);
        }
    }

    private void AddLabelledValue(Statement statement)
    {
        if (statement.Text.Length <= LongestStackedValue && LabelledValue().Match(statement.Text) is { Success: true } match)
        {
            Add(statement, match.Groups["key"].Value, match.Groups["value"].Index..(match.Groups["value"].Index + match.Groups["value"].Length), OfLine);
        }
    }

    private void AddItem(Statement statement, bool continues)
    {
        if (_before is { IsListItem: true } && continues && _lists.Count > 0)
        {
            // The sentences of one item are one item.
            if (_before.Block != statement.Block)
            {
                _lists[^1].Items.Add(statement);
            }

            return;
        }

        var context = Context(statement);
        var title = document.Blocks[statement.Block].Location.Section is [.., var nearest] ? nearest : "";
        var lead = LabelTerms.Of(_before is { IsListItem: false, Kind: not StatementKind.TableRow } before && continues ? $"{title} {before.Text}" : title);
        _lists.Add(new FactList(lead, context, [statement]));
    }

    private void AddRow(Statement row, BlockEntry entry, bool continues)
    {
        if (++_rows > MaxRows)
        {
            return;
        }

        // The rows of a long table come in several blocks.
        var goesOn = _tables.Count > 0 && _before is { Kind: StatementKind.TableRow } && (_before.Block == row.Block || (continues && entry.Join != BlockJoin.Paragraph)) && _tables[^1].Headers.SequenceEqual(row.Headers);
        if (!goesOn)
        {
            var context = Context(row);
            var above = _before is { Kind: not StatementKind.TableRow, Text.Length: <= 200 } before ? context.Concat(LabelTerms.Of(before.Text)).ToHashSet(StringComparer.Ordinal) : context;
            _tables.Add(new FactTable(row.Headers, [], above));
        }

        _tables[^1].Rows.Add(row);
    }

    // Sheets often begin with a line that is their title: the header is the row below it.
    private static FactTable WithOwnHeader(FactTable table)
    {
        if (table.Headers.Count < 2 || table.Headers.Count(header => header.Length > 0) > 1 || table.Rows.Count < 2)
        {
            return table;
        }

        string[] cells = [.. table.Rows[0].Cells.Select(cell => table.Rows[0].Text[cell])];
        return cells.Length < 2 || cells.Any(cell => cell.Length == 0 || cell.Any(char.IsAsciiDigit))
            ? table
            : new FactTable(cells, [.. table.Rows.Skip(1)], [.. table.Context, .. LabelTerms.Of(string.Concat(table.Headers))]);
    }

    private void AddCells(FactTable table)
    {
        foreach (var row in table.Rows)
        {
            var cells = row.Cells.Count;
            var label = FactTable.Cell(row, 0);
            int[] filled = [.. Enumerable.Range(1, Math.Max(0, Math.Min(cells, MaxColumns) - 1)).Where(cell => FactTable.Cell(row, cell).Length > 0)];
            foreach (var cell in filled)
            {
                var header = cell < table.Headers.Count ? table.Headers[cell] : "";
                if (label.Length > 0)
                {
                    // "Total | | | 211,522": the last cell is what the row says.
                    var alone = cells == 2 || TableCell.IsPlain(header) || filled.Length == 1;
                    Add(row, alone ? label : $"{label}, {header}", row.Cells[cell], OfRow);
                }

                if (header.Length > 0)
                {
                    Add(row, header, row.Cells[cell], OfRow, isOneOfMany: table.Rows.Count > 1);
                }
            }

            if (table.Headers is [{ Length: > 0 } first, ..] && label.Length > 0)
            {
                Add(row, first, row.Cells[0], OfRow, isOneOfMany: table.Rows.Count > 1);
            }
        }
    }

    private void Add(Statement statement, string label, Range value, double weight, bool isOneOfMany = false)
    {
        if (_facts.Count < MaxFacts && !string.IsNullOrWhiteSpace(statement.Text[value]))
        {
            _facts.Add(new Fact(statement, label, LabelTerms.Of(label), Context(statement), value, weight) { IsOneOfMany = isOneOfMany });
        }
    }

    private HashSet<string> Context(Statement statement)
    {
        if (_contextOf != statement.Block)
        {
            (_contextOf, _context) = (statement.Block, PassageRanker.Context(document, document.Blocks[statement.Block].Location));
        }

        return _context;
    }


    [GeneratedRegex(@"^(?<key>\p{L}[^0-9$€£¥₹:：|]{1,48}?)\s*(?<value>(?:[$€£¥₹#]|(?:USD|EUR|GBP|CNY|RMB)\s?)?\s?[(\-−]?[$€£¥₹]?\s?[0-9][^|]{0,40}?)\s*$")]
    private static partial Regex LabelledValue();

    [GeneratedRegex(@"[.!?。！？;；,，]\s*$")]
    private static partial Regex EndsSentence();
}
