using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Aggregation.Questions;
using Longleaf.Reading.Extractive.Aggregation.Tables;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Structured;
using static System.FormattableString;

namespace Longleaf.Reading.Extractive.Aggregation;

/// <summary>Says a query in words: what was computed, over which rows, so that whoever asked can check that it is what was meant.</summary>
internal sealed class QueryWords(AnswerLanguage language)
{
    private const int LongestName = 60;
    private const int MaxCells = 4;

    /// <summary>The language's words.</summary>
    public AggregatePhrases Phrases { get; } = AggregatePhrases.In(language);

    /// <summary>A column's name, as code: "`total`".</summary>
    public static string Name(TableColumn column)
    {
        var header = column.Header.Replace('`', '\'').Trim();
        return $"`{(header.Length > LongestName ? header[..(char.IsHighSurrogate(header[LongestName - 1]) ? LongestName - 1 : LongestName)] + "…" : header)}`";
    }

    /// <summary>The conditions; empty where there are none.</summary>
    public string Conditions(IReadOnlyList<Condition> conditions) => string.Join(Phrases.And, conditions.Select(Condition));

    /// <summary>What was computed, without the count of rows, which speaks for itself; empty where there is nothing else.</summary>
    public string Computation(TableQuery query)
    {
        var parts = query.Measures.Select(Measure).Where(part => part.Length > 0).ToList();
        if (query.Form == QueryForm.Groups)
        {
            parts.Add(Format(query.Grain switch { Grain.Month => Phrases.ByMonth, Grain.Year => Phrases.ByYear, _ => Phrases.By }, Name(query.Of!)));
        }

        if (query is { Form: QueryForm.Rows, OrderBy: { } order })
        {
            parts.Add(Format(query.Descending ? Phrases.OrderedDown : Phrases.OrderedUp, Name(order)));
        }

        if (query.Form == QueryForm.Values)
        {
            parts.Add(Format(Phrases.Different, Name(query.Of!)));
        }

        return string.Join(Phrases.Comma, parts);
    }

    /// <summary>What a figure is; empty for a count of rows.</summary>
    public string Measure(Measure measure) => measure.Column is not { } column ? "" : Format(
        measure.Calculation switch
        {
            Calculation.Sum => Phrases.Sum,
            Calculation.Average => Phrases.Average,
            Calculation.Median => Phrases.Median,
            Calculation.Highest => Phrases.Highest,
            Calculation.Lowest => Phrases.Lowest,
            _ => Phrases.Different,
        },
        Name(column));

    private string Condition(Condition condition)
    {
        var name = Name(condition.Column);
        switch (condition)
        {
            case Condition.Says says:
                var cells = string.Join(Phrases.Or, says.Cells.Take(MaxCells).Select(QuotedText.Inert)) + (says.Cells.Count > MaxCells ? "…" : "");
                return Format(says.IsNegated ? Phrases.IsNot : Phrases.Is, name, cells);
            case Condition.Within { Bounds: var bounds }:
                return Within(condition.Column, name, bounds);
            case Condition.During { Period: { FirstMonth: { } first, LastMonth: { } last } }:
                return Format(Phrases.During, name, first == last ? Phrases.Months[first - 1] : $"{Phrases.Months[first - 1]}–{Phrases.Months[last - 1]}");
            case Condition.During { Period: { First: { } begin, Last: { } end } }:
                return Span(begin, end) is { } span ? Format(Phrases.During, name, span) : Format(Phrases.Between, name, DateReader.Write(begin), DateReader.Write(end));
            case Condition.During { Period: { First: { } begin } }:
                return Format(Phrases.From, name, DateReader.Write(begin));
            case Condition.During { Period: { Last: { } end } }:
                return Format(Phrases.Until, name, DateReader.Write(end));
            default:
                return name;
        }
    }

    private string Within(TableColumn column, string name, Bounds bounds) => bounds switch
    {
        { Low: { } low, High: { } high } => low.Equals(high) ? Format(Phrases.Is, name, Bound(column, low)) : Format(Phrases.Between, name, Bound(column, low), Bound(column, high)),
        { Low: { } low } => Format(bounds.HasLow ? Phrases.AtLeast : Phrases.Over, name, Bound(column, low)),
        { High: { } high } => Format(bounds.HasHigh ? Phrases.AtMost : Phrases.Under, name, Bound(column, high)),
        _ => name,
    };

    private string Bound(TableColumn column, double value) => column.IsYear ? Invariant($"{value:0}") : FigureFormat.Bound(value, column.Unit, language);

    // A whole month or year is called so.
    private string? Span(DateOnly begin, DateOnly end)
    {
        var wholeMonths = begin.Day == 1 && end.AddDays(1).Day == 1 && begin.Year == end.Year;
        return begin == end ? DateReader.Write(begin)
            : !wholeMonths ? null
            : begin.Month == 1 && end.Month == 12 ? Invariant($"{begin.Year}")
            : begin.Month == end.Month ? language == AnswerLanguage.Chinese ? Invariant($"{begin.Year} 年 {begin.Month} 月") : Invariant($"{Phrases.Months[begin.Month - 1]} {begin.Year}")
            : null;
    }

    /// <summary>A phrase with its values.</summary>
    public static string Format(string phrase, params object[] values) => string.Format(System.Globalization.CultureInfo.InvariantCulture, phrase, values);
}
