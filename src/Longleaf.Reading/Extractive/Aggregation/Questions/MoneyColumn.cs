using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive.Aggregation.Tables;

namespace Longleaf.Reading.Extractive.Aggregation.Questions;

/// <summary>The column that a sum of money is a sum of, where a question does not name it ("what were they worth").</summary>
internal static partial class MoneyColumn
{
    /// <summary>The column; <see langword="null"/> where none or several may be meant.</summary>
    public static TableColumn? Of(IReadOnlyList<TableColumn> columns)
    {
        TableColumn[] named = [.. columns.Where(column => column.IsMeasure && Whole().IsMatch(column.Name))];
        if (named.Length > 0)
        {
            return named.Length == 1 ? named[0] : named.Where(column => Total().IsMatch(column.Name)).ToArray() is [var total] ? total : null;
        }

        TableColumn[] money = [.. columns.Where(column => column.IsMeasure && (Longleaf.Reading.Structured.CurrencyReader.Read(column.Unit).Any() || Money().IsMatch(column.Name)))];
        return money.Length == 1 && !Each().IsMatch(money[0].Name) ? money[0] : null;
    }

    /// <summary>Whether a column's numbers are money by its name.</summary>
    public static bool Is(TableColumn column) => Whole().IsMatch(column.Name) || Money().IsMatch(column.Name) || Each().IsMatch(column.Name);

    [GeneratedRegex(@"(?<!\p{L})(?:total|amount|value|revenue|sales|turnover|sum|spent|spend)(?!\p{L})(?!.*(?:%|rate|tax))|总额|金额|总价|销售额|营业额|合计|总计|价值", RegexOptions.IgnoreCase)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<!\p{L})total(?!\p{L})|总", RegexOptions.IgnoreCase)]
    private static partial Regex Total();

    [GeneratedRegex(@"(?<!\p{L})(?:costs?|expenses?|fees?|payments?|paid|income|profit|budget|salary|charges?)(?!\p{L})|费用|成本|支出|收入|利润|预算|花费", RegexOptions.IgnoreCase)]
    private static partial Regex Money();

    // A price of one is no worth of many.
    [GeneratedRegex(@"(?<!\p{L})(?:unit|each|per|price)(?!\p{L})|单价|价格|售价", RegexOptions.IgnoreCase)]
    private static partial Regex Each();
}
