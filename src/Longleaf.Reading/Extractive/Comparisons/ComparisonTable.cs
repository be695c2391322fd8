using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Comparisons;

/// <summary>Writes what is compared: a table with a column for each document, a line for what is the same.</summary>
internal sealed class ComparisonTable(IReadOnlyList<ReadableDocument> documents, IReadOnlyList<int> columns, AnswerLanguage language)
{
    private const int MaxCell = 180;
    private const int MaxSame = 12;

    private readonly Phrases _phrases = Phrases.In(language);

    /// <summary>A document as it heads its column: its file's name without the extension.</summary>
    public static string Name(ReadableDocument document) => QuotedText.FileName(Path.GetFileNameWithoutExtension(document.Name));

    /// <summary>The table, a line for each row; nothing without rows.</summary>
    public IEnumerable<AnswerLine> Rows(IReadOnlyList<ComparedRow> rows)
    {
        if (rows.Count == 0)
        {
            yield break;
        }

        yield return new AnswerLine($"\n| {_phrases.Attribute} | {string.Join(" | ", columns.Select(position => Name(documents[position])))} |\n|{string.Concat(Enumerable.Repeat(" --- |", columns.Count + 1))}\n", []);
        foreach (var row in rows)
        {
            var line = new LineBuilder(documents, language).Frame($"| {QuotedText.Inert(row.Label)} |");
            foreach (var cell in row.Cells)
            {
                line.Frame(" ");
                if (cell is null)
                {
                    line.Frame(_phrases.NotIn);
                }
                else
                {
                    Write(line, cell);
                }

                line.Frame(" |");
            }

            yield return line.Frame("\n").ToLine();
        }
    }

    /// <summary>What all say alike, in one line; nothing without rows.</summary>
    public IEnumerable<AnswerLine> Same(IReadOnlyList<ComparedRow> rows)
    {
        if (rows.Count == 0)
        {
            yield break;
        }

        var line = new LineBuilder(documents, language).Frame("\n" + (columns.Count > 2 ? _phrases.SameInAll : _phrases.Same) + " ");
        for (var i = 0; i < rows.Count && i < MaxSame; i++)
        {
            var first = rows[i].Cells[0]!;
            line.Frame(i > 0 ? _phrases.Join : "").Frame(first.Range.Equals(..) ? "" : QuotedText.Inert(rows[i].Label) + " ").Quote(first.Statement, first.Range);
            foreach (var other in rows[i].Cells.Skip(1))
            {
                line.Cite(other!.Statement, 0, other.Statement.Text.Length);
            }
        }

        yield return (rows.Count > MaxSame ? line.Frame(_phrases.Join).Frame(_phrases.More, rows.Count - MaxSame) : line.Stop()).Frame("\n").ToLine();
    }

    private void Write(LineBuilder line, ComparedCell cell)
    {
        var (start, length) = cell.Range.GetOffsetAndLength(cell.Statement.Text.Length);
        if (length > MaxCell)
        {
            // A window around what differs; without that, the beginning.
            var from = cell.Bold.Equals(default) ? start : Math.Max(start, cell.Bold.Start.GetOffset(cell.Statement.Text.Length) - (MaxCell / 3));
            from = from - start < MaxCell / 4 ? start : Border(cell.Statement, from);
            var to = Math.Min(start + length, from + MaxCell);
            to = to == start + length ? to : Border(cell.Statement, to);
            line.Frame(from > start ? "…" : "").Quote(cell.Statement, from..to, cell.Bold).Frame(to < start + length ? "…" : "");
        }
        else
        {
            line.Quote(cell.Statement, cell.Range, cell.Bold);
        }

        var location = documents[cell.Statement.Document].Blocks[cell.Statement.Block].Location;
        if (location.Page is not null)
        {
            line.Frame(_phrases.Source, SourceLabel.Place(location, language));
        }
    }

    // The last blank before a place, so that no word is cut; between two characters where there is none.
    private static int Border(Statement statement, int at)
    {
        var blank = statement.Text.LastIndexOf(' ', at, Math.Min(at, MaxCell / 4));
        return blank > 0 ? blank + 1 : char.IsLowSurrogate(statement.Text[at]) ? at - 1 : at;
    }
}
