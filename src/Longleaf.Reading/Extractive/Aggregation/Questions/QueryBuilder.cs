using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive.Aggregation.Tables;

namespace Longleaf.Reading.Extractive.Aggregation.Questions;

/// <summary>Puts a query together out of what a question wants done and the columns that it names.</summary>
/// <param name="columns">The table's columns.</param>
/// <param name="functions">What is to be done.</param>
/// <param name="measures">The columns of numbers that it names.</param>
/// <param name="group">The column that rows are put together by; <see langword="null"/> for none.</param>
/// <param name="grain">How finely, where that is a date.</param>
/// <param name="asked">The column that is asked for ("which product"); <see langword="null"/> for none.</param>
/// <param name="counted">The column that is counted; <see langword="null"/> for none.</param>
/// <param name="named">All the columns that it names.</param>
internal sealed partial class QueryBuilder(
    IReadOnlyList<TableColumn> columns, AskedFunctions functions, TableColumn[] measures, TableColumn? group, Grain grain, TableColumn? asked, TableColumn? counted, IReadOnlyList<TableColumn> named)
{
    /// <summary>The query; <see langword="null"/> if the question does not say enough.</summary>
    /// <param name="hasConditions">Whether it says which rows count.</param>
    /// <param name="cellIsCounted">Whether it counts what a cell says, such as a product.</param>
    public TableQuery? Build(bool hasConditions, bool cellIsCounted)
    {
        if (Figures(cellIsCounted) is not { } figures)
        {
            return null;
        }

        // "Sales by region" sums, "orders by region" counts.
        if (figures.Count == 0 && functions.Extreme == 0 && group is not null)
        {
            if (measures.Any(IsRate))
            {
                return null;
            }

            figures.AddRange(measures.Length > 0 ? measures.Select(column => new Measure(Calculation.Sum, column)) : [new Measure(Calculation.Count, null)]);
        }

        if (functions.Extreme != 0)
        {
            return Extreme(figures);
        }

        if (figures.Count > 0)
        {
            return group is null
                ? new TableQuery { Form = QueryForm.Figures, Measures = figures }
                : new TableQuery { Form = QueryForm.Groups, Measures = figures, Of = group, Grain = grain, Limit = functions.Limit };
        }

        return functions.Lists ? List(hasConditions) : null;
    }

    // What is counted, summed or averaged; nothing where only an extreme or a list is asked for; null where a column is not surely meant.
    private List<Measure>? Figures(bool cellIsCounted)
    {
        var figures = new List<Measure>();
        if (functions.Counts)
        {
            figures.Add(Count(cellIsCounted));
        }

        if (functions.Calculation is { } calculation && !(functions.Counts && functions.OnlyWhole && measures.Length == 0 && !functions.Worth))
        {
            // "The total number of orders" is a count.
            var isCounted = figures.Count > 0 && calculation == Calculation.Sum && measures.Where(column => column != counted).ToArray() is [] && !functions.Worth;
            if (isCounted)
            {
                return figures;
            }

            TableColumn[] of = measures.Length > 0 ? [.. measures.Where(column => column != counted)] : [];
            of = of.Length > 0 ? of : calculation == Calculation.Sum && MoneyColumn.Of(columns) is { } money ? [money] : [];
            if (of.Length == 0)
            {
                return null;
            }

            figures.AddRange(of.Select(column => new Measure(calculation, column)));
        }
        else if (functions.Worth || (functions.Counts && measures.Any(column => column != counted)))
        {
            var of = measures.FirstOrDefault(column => column != counted) ?? MoneyColumn.Of(columns);
            if (of is null || (!functions.Worth && functions.Extreme == 0 && IsRate(of)))
            {
                return null;
            }

            figures.Add(new Measure(Calculation.Sum, of));
        }

        return figures;
    }

    // "How many units" sums units; "how many customers" counts the different ones; "how many orders" counts rows.
    private Measure Count(bool cellIsCounted)
    {
        if (counted is null)
        {
            return cellIsCounted && columns.Where(column => column.IsMeasure && Quantity().IsMatch(column.Name)).ToArray() is [var quantity] ? new Measure(Calculation.Sum, quantity) : new Measure(Calculation.Count, null);
        }

        return counted.IsMeasure ? new Measure(Calculation.Sum, counted) : counted.Repeats || functions.Different ? new Measure(Calculation.Different, counted) : new Measure(Calculation.Count, null);
    }

    private TableQuery? Extreme(List<Measure> figures)
    {
        var descending = functions.Extreme > 0;
        var of = asked ?? group;

        // "Which department has the highest average salary", "哪个客户订单最多".
        if (figures is [{ Calculation: Calculation.Sum, Column: { } only }] && asked is { Repeats: false })
        {
            return new TableQuery { Form = QueryForm.Rows, Of = asked, OrderBy = only, Descending = descending, Limit = functions.Limit ?? 1 };
        }

        if (figures.Count > 0)
        {
            return of is null ? null : new TableQuery { Form = QueryForm.Groups, Measures = figures, Of = of, Grain = of == group ? grain : Grain.Value, Descending = descending, Limit = functions.Limit ?? (asked is null ? null : 1) };
        }

        var hinted = ExtremeHints.Column(functions.ExtremeWords, columns);
        var target = measures.Length == 1 ? measures[0] : measures.Length == 0 ? hinted ?? named.Where(column => column.Kind == ColumnKind.Date).ToArray() switch { [var date] => date, _ => null } : null;
        if (target is null)
        {
            // "Which customer placed the most orders" counts rows; "the highest" of nothing named says nothing.
            return measures.Length == 0 && of is not null && Most().IsMatch(functions.ExtremeWords)
                ? new TableQuery { Form = QueryForm.Groups, Measures = [new Measure(Calculation.Count, null)], Of = of, Grain = of == group ? grain : Grain.Value, Descending = descending, Limit = functions.Limit ?? 1 }
                : null;
        }

        if (group is not null && asked != group)
        {
            return new TableQuery { Form = QueryForm.Groups, Measures = [new Measure(descending ? Calculation.Highest : Calculation.Lowest, target)], Of = group, Grain = grain, Descending = descending };
        }

        // What comes in several rows has its sum over them, unless that says nothing (of prices, ages, rates).
        if (of is not null && (of.Repeats || grain != Grain.Value) && target.IsMeasure)
        {
            var calculation = IsRate(target) ? descending ? Calculation.Highest : Calculation.Lowest : Calculation.Sum;
            return new TableQuery { Form = QueryForm.Groups, Measures = [new Measure(calculation, target)], Of = of, Grain = of == group ? grain : Grain.Value, Descending = descending, Limit = functions.Limit ?? 1 };
        }

        return asked is null && functions.Limit is null && !ExtremeHints.Says(functions.ExtremeWords)
            ? new TableQuery { Form = QueryForm.Figures, Measures = [new Measure(descending ? Calculation.Highest : Calculation.Lowest, target)], OrderBy = target, Descending = descending }
            : new TableQuery { Form = QueryForm.Rows, Of = asked ?? ColumnRoles.NameColumn(columns), OrderBy = target, Descending = descending, Limit = functions.Limit ?? 1 };
    }

    private TableQuery? List(bool hasConditions) =>
        asked is not null && (asked.Repeats || !hasConditions) ? new TableQuery { Form = QueryForm.Values, Of = asked }
        : asked is not null || hasConditions ? new TableQuery { Form = QueryForm.Rows, Of = asked ?? ColumnRoles.PersonColumn(columns) }
        : null;

    private static bool IsRate(TableColumn column) => column.Unit == "%" || Rate().IsMatch(column.Name);

    [GeneratedRegex(@"(?<!\p{L})(?:rate|price|age|score|rating|average|avg|mean|percent(?:age)?|share|ratio|temperature|height|weight|length|width|size|speed|salary|wage|grade|points? per|per)(?!\p{L})|率|价格|单价|售价|年龄|分数|得分|评分|平均|比例|占比|温度|身高|体重|长度|速度|工资|薪", RegexOptions.IgnoreCase)]
    private static partial Regex Rate();

    [GeneratedRegex(@"^(?:quantity|qty|units|units sold|pieces|pcs|数量|销量|销售量|件数)$", RegexOptions.IgnoreCase)]
    private static partial Regex Quantity();

    [GeneratedRegex("most$|fewest|least$|最[多少]|top", RegexOptions.IgnoreCase)]
    private static partial Regex Most();
}
