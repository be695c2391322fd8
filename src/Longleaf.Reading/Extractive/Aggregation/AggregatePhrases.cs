using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Aggregation;

/// <summary>The own words of answers that are computed, in one language.</summary>
internal sealed record AggregatePhrases
{
    private static readonly AggregatePhrases English = new()
    {
        How = "How: ",
        AllRows = "all {1} rows of {0}",
        FirstRows = "the first {1} rows of {0}",
        RowsWith = "rows of {0} with {1} ({2} of {3})",
        Row = "row",
        RowsPlain = "rows",
        And = " and ",
        Is = "{0} {1}",
        IsNot = "{0} other than {1}",
        Or = " or ",
        Over = "{0} over {1}",
        AtLeast = "{0} at least {1}",
        Under = "{0} under {1}",
        AtMost = "{0} at most {1}",
        Between = "{0} from {1} to {2}",
        During = "{0} in {1}",
        From = "{0} from {1} on",
        Until = "{0} until {1}",
        Sum = "sum of {0}",
        Average = "average of {0}",
        Median = "median of {0}",
        Highest = "highest {0}",
        Lowest = "lowest {0}",
        Different = "different values of {0}",
        By = "by {0}",
        ByMonth = "by month of {0}",
        ByYear = "by year of {0}",
        OrderedDown = "the highest {0} first",
        OrderedUp = "the lowest {0} first",
        None = "**None.**",
        NoRow = "no row of {0} has {1} ({2} rows looked at).",
        Missing = " {0} of them without {1}.",
        More = "and {0} more.",
        MoreInline = " and {0} more",
        Cut = " Only the first {0} rows were looked at.",
        Files = "{0} files ({1})",
        Sheet = "sheet {0}",
        Sheets = "sheets {0}",
        Comma = ", ",
        Stop = ".",
        Colon = ": ",
        Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        Mentioned = "{0} times",
    };

    private static readonly AggregatePhrases Chinese = new()
    {
        How = "依据：",
        AllRows = "{0} 的全部 {1} 行",
        FirstRows = "{0} 的前 {1} 行",
        RowsWith = "{0} 中{1}的行（{3} 行中的 {2} 行）",
        Row = "行",
        RowsPlain = "行",
        And = "，且",
        Is = "{0}为{1}",
        IsNot = "{0}不是{1}",
        Or = "或",
        Over = "{0}大于 {1}",
        AtLeast = "{0}不小于 {1}",
        Under = "{0}小于 {1}",
        AtMost = "{0}不大于 {1}",
        Between = "{0}在 {1} 至 {2} 之间",
        During = "{0}在 {1}",
        From = "{0}自 {1} 起",
        Until = "{0}至 {1} 止",
        Sum = "对{0}求和",
        Average = "对{0}求平均",
        Median = "{0}的中位数",
        Highest = "{0}的最大值",
        Lowest = "{0}的最小值",
        Different = "{0}的不同取值",
        By = "按{0}分组",
        ByMonth = "按{0}的月份分组",
        ByYear = "按{0}的年份分组",
        OrderedDown = "按{0}从高到低",
        OrderedUp = "按{0}从低到高",
        None = "**没有。**",
        NoRow = "{0} 中没有{1}的行（共查看 {2} 行）。",
        Missing = "其中 {0} 行没有{1}。",
        More = "另有 {0} 行。",
        MoreInline = "等，另有 {0} 项",
        Cut = "只查看了前 {0} 行。",
        Files = "{0} 个文件（{1}）",
        Sheet = "工作表 {0}",
        Sheets = "工作表 {0}",
        Comma = "，",
        Stop = "。",
        Colon = "：",
        Months = ["1 月", "2 月", "3 月", "4 月", "5 月", "6 月", "7 月", "8 月", "9 月", "10 月", "11 月", "12 月"],
        Mentioned = "{0} 次",
    };

    /// <summary>Before what was computed.</summary>
    public required string How { get; init; }

    /// <summary>All rows {1} of a source {0}.</summary>
    public required string AllRows { get; init; }

    /// <summary>The first rows {1} of a source {0}, where there are more.</summary>
    public required string FirstRows { get; init; }

    /// <summary>Those rows of a source {0} that are as asked {1}: so many {2} of {3}.</summary>
    public required string RowsWith { get; init; }

    /// <summary>One row.</summary>
    public required string Row { get; init; }

    /// <summary>Several rows.</summary>
    public required string RowsPlain { get; init; }

    /// <summary>Between conditions.</summary>
    public required string And { get; init; }

    /// <summary>The column {0} says {1}.</summary>
    public required string Is { get; init; }

    /// <summary>The column {0} does not say {1}.</summary>
    public required string IsNot { get; init; }

    /// <summary>Between values of which one is enough.</summary>
    public required string Or { get; init; }

    /// <summary>The column {0} is above {1}.</summary>
    public required string Over { get; init; }

    /// <summary>The column {0} is {1} or above.</summary>
    public required string AtLeast { get; init; }

    /// <summary>The column {0} is below {1}.</summary>
    public required string Under { get; init; }

    /// <summary>The column {0} is {1} or below.</summary>
    public required string AtMost { get; init; }

    /// <summary>The column {0} lies from {1} to {2}.</summary>
    public required string Between { get; init; }

    /// <summary>The date {0} lies in the period {1}.</summary>
    public required string During { get; init; }

    /// <summary>The date {0} is {1} or later.</summary>
    public required string From { get; init; }

    /// <summary>The date {0} is {1} or earlier.</summary>
    public required string Until { get; init; }

    /// <summary>The sum of the column {0}.</summary>
    public required string Sum { get; init; }

    /// <summary>The mean of the column {0}.</summary>
    public required string Average { get; init; }

    /// <summary>The median of the column {0}.</summary>
    public required string Median { get; init; }

    /// <summary>The greatest of the column {0}.</summary>
    public required string Highest { get; init; }

    /// <summary>The least of the column {0}.</summary>
    public required string Lowest { get; init; }

    /// <summary>The different values of the column {0}.</summary>
    public required string Different { get; init; }

    /// <summary>Put together by the column {0}.</summary>
    public required string By { get; init; }

    /// <summary>Put together by the month of the date {0}.</summary>
    public required string ByMonth { get; init; }

    /// <summary>Put together by the year of the date {0}.</summary>
    public required string ByYear { get; init; }

    /// <summary>Ordered by the column {0}, the greatest first.</summary>
    public required string OrderedDown { get; init; }

    /// <summary>Ordered by the column {0}, the least first.</summary>
    public required string OrderedUp { get; init; }

    /// <summary>No row counts.</summary>
    public required string None { get; init; }

    /// <summary>No row of {0} is as asked {1}, of {2} rows.</summary>
    public required string NoRow { get; init; }

    /// <summary>So many rows {0} have no value of column {1}.</summary>
    public required string Missing { get; init; }

    /// <summary>After rows, where {0} more are not shown.</summary>
    public required string More { get; init; }

    /// <summary>After names in a line, where {0} more are not told.</summary>
    public required string MoreInline { get; init; }

    /// <summary>Only the first {0} rows were read.</summary>
    public required string Cut { get; init; }

    /// <summary>So many files {0}, some of their names {1}.</summary>
    public required string Files { get; init; }

    /// <summary>A sheet {0}.</summary>
    public required string Sheet { get; init; }

    /// <summary>Several sheets {0}.</summary>
    public required string Sheets { get; init; }

    /// <summary>Between parts of a line.</summary>
    public required string Comma { get; init; }

    /// <summary>Ends a sentence.</summary>
    public required string Stop { get; init; }

    /// <summary>Between a name and what is said of it.</summary>
    public required string Colon { get; init; }

    /// <summary>The months' names.</summary>
    public required IReadOnlyList<string> Months { get; init; }

    /// <summary>So many times {0}.</summary>
    public required string Mentioned { get; init; }

    /// <summary>The words of a language.</summary>
    public static AggregatePhrases In(AnswerLanguage language) => language == AnswerLanguage.Chinese ? Chinese : English;
}
