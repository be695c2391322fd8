using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive.Aggregation.Tables;

namespace Longleaf.Reading.Extractive.Aggregation.Questions;

/// <summary>What the words beside a column's name want of it: rows put together by it, it asked for, it counted.</summary>
internal static partial class ColumnRoles
{
    private const int Window = 40;

    /// <summary>Whether rows are put together by the column; its words are then noted as understood.</summary>
    public static bool IsGrouping(QuestionText question, Mention mention)
    {
        var (before, after) = (By().Match(Before(question, mention)), Distribution().Match(After(question, mention)));
        if (before.Success)
        {
            question.Take(mention.Start - before.Length, before.Length);
        }

        question.Take(mention.End, after.Length);
        return before.Success || (after.Success && after.Groups["spread"].Success);
    }

    /// <summary>Whether the column is what is asked for ("which product", "list the names", "产品有哪些").</summary>
    public static bool IsAsked(QuestionText question, Mention mention) =>
        Which().IsMatch(Before(question, mention)) || WhichBehind().IsMatch(After(question, mention));

    /// <summary>Whether the column is what is counted ("how many different customers", "客户有多少个").</summary>
    /// <param name="question">The question, with blanks for its conditions.</param>
    /// <param name="mention">Where it names the column.</param>
    /// <param name="functions">What is to be done.</param>
    public static bool IsCounted(string question, Mention mention, AskedFunctions functions) =>
        functions.Counts && ((functions.CountedFrom >= 0 && functions.CountedFrom <= mention.Start && Filler().IsMatch(question[functions.CountedFrom..mention.Start])) || CountBehind().IsMatch(question[mention.End..]));

    /// <summary>How finely dates are put together where the question says so; its words are then noted as understood.</summary>
    /// <param name="question">The question.</param>
    /// <param name="isAsked">Whether it is what is asked for ("which month").</param>
    public static Grain? TimeGrain(QuestionText question, out bool isAsked)
    {
        var match = Time().Match(question.Text);
        isAsked = match.Groups["which"].Success;
        if (!match.Success)
        {
            return null;
        }

        question.Take(match.Index, match.Length);
        return match.Value.Contains('y', StringComparison.OrdinalIgnoreCase) && !match.Value.Contains("month", StringComparison.OrdinalIgnoreCase) || match.Value.Contains('年', StringComparison.Ordinal) || match.Value.Contains("annual", StringComparison.OrdinalIgnoreCase) ? Grain.Year : Grain.Month;
    }

    /// <summary>The column that names persons, for "who"; else the first that names anything.</summary>
    public static TableColumn? NameColumn(IReadOnlyList<TableColumn> columns) =>
        PersonColumn(columns) ?? columns.FirstOrDefault(column => column.Kind == ColumnKind.Text && !column.Repeats);

    /// <summary>The column that names persons; <see langword="null"/> for none.</summary>
    public static TableColumn? PersonColumn(IReadOnlyList<TableColumn> columns) => columns.FirstOrDefault(column => column.Kind == ColumnKind.Text && PersonName().IsMatch(column.Name));

    /// <summary>Whether words between "how many" and what is counted say nothing.</summary>
    public static bool IsFiller(string words) => Filler().IsMatch(words);

    private static string Before(QuestionText question, Mention mention) => question.Text[Math.Max(0, mention.Start - Window)..mention.Start];

    private static string After(QuestionText question, Mention mention) => question.Text[mention.End..Math.Min(question.Text.Length, mention.End + Window)];

    [GeneratedRegex(@"(?:\b(?:group(?:ed)? by|broken down by|by|per|(?:for|in|of|from|at|within)? ?(?:each|every)|across(?: all)?(?: the)?) (?:the )?|按照?|每一?[个种家位名款类]?|各[个种家位类]?|分|依|根据|以)$", RegexOptions.IgnoreCase)]
    private static partial Regex By();

    [GeneratedRegex(@"^\s?(?:(?<spread>分组|分类|划分|的?分布)|来?(?:统计|汇总|计算|排序)|的)?")]
    private static partial Regex Distribution();

    [GeneratedRegex(@"(?:\b(?:which|what|whose)(?: (?:is|are|was|were))?(?: (?:the|of the))?|\b(?:list|name|show(?: me)?|give(?: me)?|find)(?: (?:all|every|each|the|of|different|distinct|unique))*(?: names? of)?(?: (?:all|the))*|\bwhat are (?:all )?(?:the )?(?:different |distinct |unique )?|(?:top|bottom|highest|lowest|largest|best|most|cheapest|smallest)(?: (?:[0-9]{1,3}|two|three|four|five|ten))?(?: most| best)?(?: expensive| selling)?) $|哪(?:一)?[个些位家种款台件名笔条几]?(?:个|种|家)?$|(?:列出|列举|显示|找出|给出)(?:所有|全部)?的?$|有哪些(?:不同的)?$|前(?:[0-9]{1,3}|[一二三四五六七八九十])(?:名|个|大|位|款|种|家)?的?$|最.{1,3}的(?:[0-9一二三四五六七八九十]{1,2})?(?:个|名|位|款|家|种|项)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Which();

    [GeneratedRegex(@"^(?:有|是|都有|包括)?(?:哪些|哪几|哪个|哪位|哪家|谁)")]
    private static partial Regex WhichBehind();

    [GeneratedRegex(@"^(?:\s|\b(?:different|distinct|unique|of|the|separate|individual)\b|[个名位种家款类]|不同|的)*$", RegexOptions.IgnoreCase)]
    private static partial Regex Filler();

    [GeneratedRegex(@"^(?:的)?(?:一共|总共|共)?(?:有)?(?:多少|几)(?:[个种家位名款类]|$|[？?])|^(?:的)?(?:数量|个数|总数|数)(?:$|[？?是有])")]
    private static partial Regex CountBehind();

    [GeneratedRegex(@"\b(?:(?:by|per|(?:for|in) (?:each|every)|each|every) (?:calendar )?(?:month|year)|monthly|yearly|annual(?:ly)?|(?<which>(?:which|what) (?:month|year)))\b|(?:按|每个?|各个?|分)(?:月份?|年份?|年度)(?:统计|汇总|份)?|(?<which>哪(?:一)?个?(?:月份?|年份?))", RegexOptions.IgnoreCase)]
    private static partial Regex Time();

    [GeneratedRegex(@"(?<!\p{L})(?:(?:full |employee |customer |student |person )?name|employee|person|staff|member|player|student|author)(?!\p{L})|姓名|名字|员工|人员|学生", RegexOptions.IgnoreCase)]
    private static partial Regex PersonName();
}
