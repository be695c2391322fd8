using System.Text.RegularExpressions;
using Longleaf.Reading.Structured;

namespace Longleaf.Reading.Extractive.Aggregation.Tables;

/// <summary>Finds out what a table's columns are from its header and a sample of its rows.</summary>
internal static partial class ColumnReader
{
    // So much of a column's cells must be readable: some say "n/a" in words of their own.
    private const double Readable = 0.9;

    // A year of four digits is a whole number in this range.
    private const int FirstYear = 1800;
    private const int LastYear = 2100;

    /// <summary>The columns of a table.</summary>
    /// <param name="headers">The header's cells.</param>
    /// <param name="sample">Some of its rows.</param>
    /// <param name="habits">How it writes numbers and dates.</param>
    public static TableColumn[] Read(IReadOnlyList<string> headers, IReadOnlyList<TableRow> sample, WritingHabits habits) =>
        [.. headers.Select((header, index) => Column(header, index, [.. sample.Select(row => row.Cell(index)).Where(cell => !CellReader.IsBlank(cell))], habits))];

    private static TableColumn Column(string header, int index, string[] cells, WritingHabits habits)
    {
        var bracket = Bracket().Match(header);
        var name = FieldQuery.Split(bracket.Success ? header[..bracket.Index] : header);
        var column = new TableColumn(index, header, name.Length > 0 ? name : header, ColumnKind.Text)
        {
            Repeats = cells.Distinct(StringComparer.OrdinalIgnoreCase).Count() < cells.Length,
            IsCurrency = cells.Length > 0 && cells.All(cell => cell.Length <= 4 && CurrencyReader.Read(cell).Any()),
        };
        if (cells.Length == 0 || column.IsCurrency)
        {
            return column;
        }

        var dates = cells.Count(cell => CellReader.Date(cell, habits) is not null);
        if (dates >= Readable * cells.Length)
        {
            return column with { Kind = ColumnKind.Date };
        }

        CellNumber[] numbers = [.. cells.Select(cell => CellReader.Number(cell, habits)).OfType<CellNumber>()];
        if (numbers.Length < Readable * cells.Length)
        {
            return column;
        }

        var unit = bracket.Success ? HeaderUnit(bracket.Groups["unit"].Value.Trim()) : CurrencyReader.Code(name) ?? "";
        return column with
        {
            Kind = ColumnKind.Number,
            Decimals = numbers.Max(number => number.Decimals),
            Unit = unit.Length > 0 ? unit : numbers.Select(number => number.Unit).FirstOrDefault(one => one.Length > 0, ""),
            IsKey = KeyName().IsMatch(name) || cells.Any(cell => cell.Length > 1 && cell[0] == '0' && char.IsAsciiDigit(cell[1])),
            IsYear = numbers.All(number => number is { Decimals: 0, Unit: "", Value: >= FirstYear and <= LastYear }) && (YearName().IsMatch(name) || numbers.Length > 2),
        };
    }

    private static string HeaderUnit(string written) => CurrencyReader.Code(written) ?? written;

    // "Weight (kg)", "金额（元）", "Price [EUR]".
    [GeneratedRegex(@"\s*[(（\[](?<unit>[^()（）\[\]]{1,16})[)）\]]\s*$")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"(?<!\p{L})(?:ids?|(?:no|nr|num|number)(?!\.? of)|code|key|zip|postcode|phone|tel|index|rank|position|sku|isbn|version|row)(?!\p{L})\.?(?:\s|$)|^#$|编号|序号|单号|号码|代码|邮编|电话|手机|工号|学号|排名|名次", RegexOptions.IgnoreCase)]
    private static partial Regex KeyName();

    [GeneratedRegex(@"(?<!\p{L})(?:year|years|fy)(?!\p{L})|年份|年度|^年$", RegexOptions.IgnoreCase)]
    private static partial Regex YearName();
}
