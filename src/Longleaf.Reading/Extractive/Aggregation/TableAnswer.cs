using System.Text;
using System.Text.RegularExpressions;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Aggregation.Computing;
using Longleaf.Reading.Extractive.Aggregation.Questions;
using Longleaf.Reading.Extractive.Aggregation.Tables;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Aggregation;

/// <summary>Writes what a query over a table came to: the figure first, then how it was computed, then rows that it rests on.</summary>
internal sealed partial class TableAnswer(Question question, IReadOnlyList<ReadableDocument> documents, TableProfile profile, TableQuery query, Computed computed)
{
    private const int MaxInline = 8;
    private const int MaxNames = 20;
    private const int MaxDecimals = 4;

    private readonly QueryWords _words = new(question.Language);

    private AggregatePhrases Phrases => _words.Phrases;

    private bool IsChinese => question.Language == AnswerLanguage.Chinese;

    /// <summary>The lines.</summary>
    /// <param name="label">What the answer is of, where there are several; empty for one.</param>
    /// <param name="cancellationToken">Stops reading the rows that are shown.</param>
    public IEnumerable<AnswerLine> Lines(string label, CancellationToken cancellationToken)
    {
        var source = SourceWords.Of(profile.Table, documents, question.Language);
        var lead = label.Length > 0 ? label + Phrases.Colon : "";
        if (computed.Matched == 0)
        {
            var conditions = _words.Conditions(query.Conditions);
            yield return new AnswerLine($"{lead}{Phrases.None}{Gap}{Phrases.How}{QueryWords.Format(Phrases.NoRow, source, conditions, FigureFormat.Number(profile.RowCount, 0))}", []);
            yield break;
        }

        var rows = ShownRows(cancellationToken);
        yield return new AnswerLine($"{lead}{Lead(rows)}{Gap}{How(source)}", question.Brief ? Cite(rows) : []);
        if (question.Brief)
        {
            yield break;
        }

        // Of groups and values the table is theirs; the rows are shown where they are of one.
        var hasTable = query.Form == QueryForm.Values || (query.Form == QueryForm.Groups && computed.Groups.Count > 1) || IsOfDifferent;
        if (hasTable)
        {
            yield return new AnswerLine(Groups(), Cite(rows));
        }

        if (hasTable && query.Limit != 1)
        {
            yield break;
        }

        foreach (var line in new RowsTable(documents, profile, query, Phrases).Lines(rows, computed.Showable))
        {
            yield return line;
        }
    }

    private bool IsOfDifferent => query is { Form: QueryForm.Figures, Measures: [{ Calculation: Calculation.Different }] };

    private string Gap => IsChinese ? "" : " ";

    private string Lead(List<TableRow> rows)
    {
        switch (query.Form)
        {
            case QueryForm.Figures:
                return $"**{string.Join(Phrases.Comma, query.Measures.Select((measure, i) => Figure(measure, computed.Figures[i], query.Measures.Count(other => other.Column is not null) > 1)))}{Phrases.Stop}**";
            case QueryForm.Groups when query.Limit == 1:
                var values = string.Join(Phrases.Comma, query.Measures.Select((measure, i) => Figure(measure, computed.Groups[0].Figures[i], named: false)));
                return computed.Groups.Count == 0 ? Phrases.None : $"**{Joined([.. computed.Groups.Select(group => QuotedText.Inert(group.Value))])}**{Phrases.Colon}{values}{Phrases.Stop}";
            case QueryForm.Groups:
                return $"**{Inline(computed.Groups.Select(group => $"{QuotedText.Inert(group.Value)}{(IsChinese ? " " : query.Grain == Grain.Value ? " " : ": ")}{Written(query.Measures[0], group.Figures[0])}"), query.Limit ?? computed.GroupCount)}{Phrases.Stop}**";
            case QueryForm.Values:
                return $"**{FigureFormat.Number(computed.GroupCount, 0)}{Phrases.Colon}{Inline(computed.Groups.Select(group => QuotedText.Inert(group.Value)), computed.GroupCount, MaxNames)}{Phrases.Stop}**";
            default:
                return OfRows(rows);
        }
    }

    private string OfRows(List<TableRow> rows)
    {
        var names = query.Of is { } column ? rows.Select(row => row.Cell(column.Index)).Where(cell => cell.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Select(QuotedText.Inert).ToArray() : [];
        if (query.OrderBy is { } order && query.Limit == 1 && rows.Count > 0)
        {
            var value = CellReader.Number(rows[0].Cell(order.Index), profile.Habits) is { } number && order.Kind == ColumnKind.Number
                ? Written(new Measure(Calculation.Highest, order), new Figure(number.Value, null))
                : QuotedText.Inert(rows[0].Cell(order.Index));
            return names.Length > 0 ? $"**{Joined(names)}**{Phrases.Colon}{value}{Phrases.Stop}" : $"**{value}{Phrases.Stop}**";
        }

        if (query.Limit is not null)
        {
            return names.Length > 0 ? $"**{Inline(names, names.Length, MaxNames)}{Phrases.Stop}**" : $"**{Counted(computed.Showable)}{Phrases.Stop}**";
        }

        var told = names.Length > 0 ? Phrases.Colon + Inline(names, names.Length + Math.Max(0, computed.Matched - rows.Count), MaxNames) : "";
        return $"**{Counted(computed.Matched)}{told}{Phrases.Stop}**";
    }

    private string Joined(string[] items) => IsChinese || items.Length < 3 ? string.Join(IsChinese ? "、" : " and ", items) : $"{string.Join(", ", items[..^1])} and {items[^1]}";

    private string Inline(IEnumerable<string> items, long count, int most = MaxInline)
    {
        string[] told = [.. items.Take(most)];
        return string.Join(IsChinese ? "、" : ", ", told) + (count > told.Length ? QueryWords.Format(Phrases.MoreInline, FigureFormat.Number(count - told.Length, 0)) : "");
    }

    private string Figure(Measure measure, Figure figure, bool named)
    {
        if (measure.Calculation == Calculation.Count)
        {
            return Counted((long)(figure.Number ?? 0));
        }

        var written = Written(measure, figure);
        return measure.Calculation == Calculation.Different
            ? IsChinese ? $"{written} 个不同的{QueryWords.Name(measure.Column!)}" : $"{written} different values of {QueryWords.Name(measure.Column!)}"
            : named ? $"{QueryWords.Name(measure.Column!)} {written}" : written;
    }

    // "37 orders", "1 row", "37 条订单", "12 人".
    private string Counted(long count)
    {
        var number = FigureFormat.Number(count, 0);
        if (IsChinese)
        {
            var counter = Counter().Match(question.Text).Groups["counter"].Value;
            var noun = query.Noun.Length > 0 && QuestionLanguage.IsIdeograph(query.Noun[0]) ? query.Noun : "";
            counter = counter.Length > 0 ? counter : question.Text.Contains("人数", StringComparison.Ordinal) || question.Text.Contains("多少人", StringComparison.Ordinal) ? "人" : "条";
            return $"{number} {counter}{noun}";
        }

        var word = query.Noun.Length > 0 ? QuotedText.Inert(query.Noun) : count == 1 ? Phrases.Row : Phrases.RowsPlain;
        return $"{number} {(count == 1 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word)}";
    }

    private string How(string source)
    {
        var rows = FigureFormat.Number(profile.RowCount, 0);
        var how = new StringBuilder(Phrases.How).Append(query.Conditions.Count > 0
            ? QueryWords.Format(Phrases.RowsWith, source, _words.Conditions(query.Conditions), FigureFormat.Number(computed.Matched, 0), rows)
            : QueryWords.Format(profile.IsCut ? Phrases.FirstRows : Phrases.AllRows, source, rows));
        var computation = _words.Computation(query);
        how.Append(computation.Length > 0 ? Phrases.Comma : "").Append(computation).Append(Phrases.Stop);
        for (var i = 0; i < computed.Missing.Count; i++)
        {
            how.Append(computed.Missing[i] > 0 ? QueryWords.Format(Phrases.Missing, FigureFormat.Number(computed.Missing[i], 0), QueryWords.Name(query.Measures[i].Column!)) : "");
        }

        return how.Append(profile.IsCut ? QueryWords.Format(Phrases.Cut, FigureFormat.Number(TableProfile.MaxRows, 0)) : "").ToString();
    }

    private string Groups()
    {
        Measure[] measures = query.Form == QueryForm.Groups ? [.. query.Measures] : [new Measure(Calculation.Count, null)];
        var table = new StringBuilder("\n\n| ").Append(QueryWords.Name(query.Of ?? query.Measures[0].Column!));
        foreach (var measure in measures)
        {
            table.Append(" | ").Append(measure.Column is null ? Phrases.RowsPlain : _words.Measure(measure));
        }

        table.Append(" |\n|").Insert(table.Length, " --- |", measures.Length + 1);
        // What was only counted is shown by examples.
        GroupFigures[] shown = [.. computed.Groups.Take(IsOfDifferent ? MaxInline : QueryRunner.MaxGroups)];
        foreach (var group in shown)
        {
            table.Append("\n| ").Append(QuotedText.Inert(group.Value));
            for (var i = 0; i < measures.Length; i++)
            {
                table.Append(" | ").Append(Written(measures[i], group.Figures[i]));
            }

            table.Append(" |");
        }

        var more = Math.Min(query.Limit ?? computed.GroupCount, computed.GroupCount) - shown.Length;
        return table.Append(more > 0 && query.Limit != 1 ? "\n\n" + QueryWords.Format(Phrases.More, FigureFormat.Number(more, 0)) : "").ToString();
    }

    private List<TableRow> ShownRows(CancellationToken cancellationToken)
    {
        var (wanted, found) = (computed.Shown.ToHashSet(), new Dictionary<long, TableRow>());
        var number = 0L;
        foreach (var row in profile.Rows(documents, cancellationToken))
        {
            if (wanted.Contains(number))
            {
                found[number] = row;
            }

            number++;
            if (found.Count == wanted.Count)
            {
                break;
            }
        }

        return [.. computed.Shown.Select(id => found[id])];
    }

    private List<Citation> Cite(List<TableRow> rows) => [.. rows.Select(row => RowsTable.Cite(documents, row)).OfType<Citation>()];

    // "80.5" of an amount is 80.50.
    private static int Decimals(TableColumn? column) => column is null ? 0 : column.Decimals == 1 && MoneyColumn.Is(column) ? 2 : Math.Min(MaxDecimals, column.Decimals);

    private string Written(Measure measure, Figure figure) => FigureFormat.Write(
        measure, figure, Decimals(measure.Column), computed.Currencies is [var one] && measure.Column is { } money && MoneyColumn.Is(money) ? one : "", question.Language, isOne: query.Form == QueryForm.Figures);

    [GeneratedRegex("(?:多少|几)(?<counter>[个名位人次种家台件张辆所只条项座本户票场款笔单门份])")]
    private static partial Regex Counter();
}
