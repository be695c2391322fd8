using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive.Aggregation.Tables;

namespace Longleaf.Reading.Extractive.Aggregation.Questions;

/// <summary>What words of comparison are about by themselves: the cheapest has the lowest price.</summary>
internal static partial class ExtremeHints
{
    private static readonly (Regex Words, Regex Columns, ColumnKind Kind)[] Hints =
    [
        (Expensive(), Price(), ColumnKind.Number),
        (Old(), Age(), ColumnKind.Number),
        (Late(), Any(), ColumnKind.Date),
        (Long(), Length(), ColumnKind.Number),
        (Heavy(), Weight(), ColumnKind.Number),
        (Tall(), Height(), ColumnKind.Number),
        (Selling(), Sold(), ColumnKind.Number),
        (Rated(), Rating(), ColumnKind.Number),
        (Paid(), Salary(), ColumnKind.Number),
    ];

    /// <summary>The only column of a kind that the words are about; <see langword="null"/> for none.</summary>
    public static TableColumn? Column(string words, IReadOnlyList<TableColumn> columns, ColumnKind? kind = null)
    {
        foreach (var (pattern, names, of) in Hints)
        {
            if ((kind is null || kind == of) && pattern.IsMatch(words) && columns.Where(column => column.Kind == of && !column.IsKey && names.IsMatch(column.Name)).ToArray() is [var only])
            {
                return only;
            }
        }

        return null;
    }

    /// <summary>Whether the words are about something by themselves.</summary>
    public static bool Says(string words) => Array.Exists(Hints, hint => hint.Words.IsMatch(words));

    [GeneratedRegex("expensive|costl|dear|cheap|贵|便宜", RegexOptions.IgnoreCase)]
    private static partial Regex Expensive();

    [GeneratedRegex(@"(?<!\p{L})(?:price|cost|rate|fee)s?(?!\p{L})|价|费用", RegexOptions.IgnoreCase)]
    private static partial Regex Price();

    [GeneratedRegex("old|young|老|年轻|年龄最", RegexOptions.IgnoreCase)]
    private static partial Regex Old();

    [GeneratedRegex(@"(?<!\p{L})age(?!\p{L})|年龄|岁", RegexOptions.IgnoreCase)]
    private static partial Regex Age();

    [GeneratedRegex("latest|newest|recent|earliest|最[早晚新近]", RegexOptions.IgnoreCase)]
    private static partial Regex Late();

    [GeneratedRegex("")]
    private static partial Regex Any();

    [GeneratedRegex("long|short|最[长短]", RegexOptions.IgnoreCase)]
    private static partial Regex Long();

    [GeneratedRegex(@"(?<!\p{L})(?:length|duration|time|minutes|hours|days|distance)(?!\p{L})|长度|时长|时间|距离", RegexOptions.IgnoreCase)]
    private static partial Regex Length();

    [GeneratedRegex("heav|light|最[重轻]", RegexOptions.IgnoreCase)]
    private static partial Regex Heavy();

    [GeneratedRegex(@"(?<!\p{L})(?:weight|mass)(?!\p{L})|重", RegexOptions.IgnoreCase)]
    private static partial Regex Weight();

    [GeneratedRegex("tall", RegexOptions.IgnoreCase)]
    private static partial Regex Tall();

    [GeneratedRegex(@"(?<!\p{L})height(?!\p{L})|高", RegexOptions.IgnoreCase)]
    private static partial Regex Height();

    [GeneratedRegex("selling|畅销", RegexOptions.IgnoreCase)]
    private static partial Regex Selling();

    [GeneratedRegex(@"(?<!\p{L})(?:quantity|qty|units|sold|sales)(?!\p{L})|数量|销量|销售量", RegexOptions.IgnoreCase)]
    private static partial Regex Sold();

    [GeneratedRegex("rated", RegexOptions.IgnoreCase)]
    private static partial Regex Rated();

    [GeneratedRegex(@"(?<!\p{L})(?:rating|score|stars)(?!\p{L})|评分", RegexOptions.IgnoreCase)]
    private static partial Regex Rating();

    [GeneratedRegex("paid", RegexOptions.IgnoreCase)]
    private static partial Regex Paid();

    [GeneratedRegex(@"(?<!\p{L})(?:salary|wage|pay)(?!\p{L})|工资|薪", RegexOptions.IgnoreCase)]
    private static partial Regex Salary();
}
