using System.Text.RegularExpressions;
using Longleaf.Reading.Structured;

namespace Longleaf.Reading.Extractive.Aggregation.Questions;

/// <summary>What a question wants done with rows, by its words for it.</summary>
internal sealed partial record AskedFunctions
{
    private const int MostAsked = 1000;

    /// <summary>Whether rows or things are to be counted.</summary>
    public bool Counts { get; private init; }

    /// <summary>Where what is counted is named, behind the words that ask for it; -1 where nothing is counted.</summary>
    public int CountedFrom { get; private init; } = -1;

    /// <summary>Whether only different ones count.</summary>
    public bool Different { get; private init; }

    /// <summary>The calculation of a column that is named; <see langword="null"/> for none.</summary>
    public Calculation? Calculation { get; private init; }

    /// <summary>Whether the words for a sum only mean the whole ("in total").</summary>
    public bool OnlyWhole { get; private init; }

    /// <summary>Whether the sum of money is asked for without naming its column ("what were they worth").</summary>
    public bool Worth { get; private init; }

    /// <summary>1 for the greatest, -1 for the least, 0 where neither is asked for.</summary>
    public int Extreme { get; private init; }

    /// <summary>The words of the extreme ("cheapest").</summary>
    public string ExtremeWords { get; private init; } = "";

    /// <summary>How many of the extremes are asked for; <see langword="null"/> where the question does not say.</summary>
    public int? Limit { get; private init; }

    /// <summary>Whether a list is asked for.</summary>
    public bool Lists { get; private init; }

    /// <summary>Reads them, and notes their words as understood.</summary>
    public static AskedFunctions Read(QuestionText question)
    {
        var text = question.Text;
        var top = Top().Match(text);
        var limit = top.Success ? Limits(top) : null;
        if (top.Success)
        {
            question.Take(top.Index, top.Length);
        }

        var (most, least) = (Most().Match(text), Least().Match(text));
        var count = Count().Match(text);
        var sum = question.TakeAll(Sum());
        question.TakeAll(Exclusion.Before());
        question.TakeAll(Exclusion.Behind());
        return new AskedFunctions
        {
            Counts = question.TakeAll(Count()),
            CountedFrom = count.Success ? count.Index + count.Length : -1,
            Different = question.TakeAll(DifferentWords()),
            Calculation = question.TakeAll(Average()) ? Questions.Calculation.Average : question.TakeAll(Median()) ? Questions.Calculation.Median : sum ? Questions.Calculation.Sum : null,
            OnlyWhole = sum && question.TakeAll(Whole()),
            Worth = question.TakeAll(WorthWords()) | (question.TakeAll(Spent()) && !count.Success),
            Extreme = question.TakeAll(Most()) ? 1 : question.TakeAll(Least()) ? -1 : top.Success ? (top.Groups["low"].Success ? -1 : 1) : 0,
            ExtremeWords = (most.Success ? most.Value : least.Value).ToLowerInvariant(),
            Limit = limit,
            Lists = question.TakeAll(List()),
        };
    }

    private static int? Limits(Match top) => NumberReader.Whole(top.Groups["n"].Value) is > 0 and <= MostAsked and var number ? (int)number : null;

    [GeneratedRegex(@"\bhow many(?: of (?:the|these|those|them))?\b|(?<=^\W*|\b(?:the|a|an|total|overall|and|what|average|highest|largest|greatest|lowest|smallest|different) )(?:total |overall )?(?:number|count) of\b|\bcount (?:the |all |of |up )*|\bhow often\b|(?:一共|总共|共)?(?:有|共)?(?:多少|几)(?:[个名位人次种家台件张辆所只条项座本户票场款笔单门份](?!类|别|员))?(?=[\p{L}（( ])(?!钱|元|块|月|号|点|年|时|度|分)|(?<=有|共)多少(?=$|[？?，,。])|人数|个数|笔数|单数(?!量)|条数|次数|计数|数量", RegexOptions.IgnoreCase)]
    private static partial Regex Count();

    [GeneratedRegex(@"\b(?:different|distinct|unique|various)\b|不同的?|去重", RegexOptions.IgnoreCase)]
    private static partial Regex DifferentWords();

    [GeneratedRegex(@"\b(?:in total|total(?:s|ed|ing)?|sum(?:med|s)?(?: up)?(?: of)?|altogether|combined|in all|add(?:s|ed)? up|overall)\b|合计|总和|总共|一共|共计|总计|之和|加起来|求和|汇总|总(?=\S)", RegexOptions.IgnoreCase)]
    private static partial Regex Sum();

    [GeneratedRegex(@"\b(?:in total|altogether|in all|overall)\b|总共|一共|共计", RegexOptions.IgnoreCase)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\b(?:average|mean|avg|on average|averaged)\b|平均(?:值|数)?|均值", RegexOptions.IgnoreCase)]
    private static partial Regex Average();

    [GeneratedRegex(@"\bmedian\b|中位数|中值", RegexOptions.IgnoreCase)]
    private static partial Regex Median();

    [GeneratedRegex(@"\b(?:worth|(?:how much|what) (?:did|do|does|was|were|is|are) (?:they|it|those|these|we) (?:cost|worth|come to|amount to|bring in)|how much money|how much(?: did| do| does)? (?:we|they|i|you|it) (?:spend|spent|earn|make|pay|paid|sell|take)|revenue|turnover|sales)\b|总额|总金额|总价值|金额合计|销售额|营业额|花了?多少钱|多少钱|卖了多少钱|花费", RegexOptions.IgnoreCase)]
    private static partial Regex WorthWords();

    [GeneratedRegex(@"\b(?:spen[dt]|earn(?:s|ed)?|paid|pay)(?: the)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Spent();

    [GeneratedRegex(@"\b(?:highest|largest|biggest|greatest|most expensive|costliest|dearest|most recent(?:ly)?|most|maximum|max|oldest|latest|newest|longest|heaviest|tallest|best[ -]?(?:selling|rated|paid)?|fastest|busiest|top)\b|最(?:高|大|多|贵|好|长|重|新|晚|老|近|快|受欢迎|畅销)(?:值)?(?:的)?|年龄最大的?", RegexOptions.IgnoreCase)]
    private static partial Regex Most();

    [GeneratedRegex(@"\b(?:lowest|smallest|least expensive|least|fewest|minimum|min|cheapest|youngest|earliest|shortest|lightest|worst[ -]?(?:selling|rated|paid)?|slowest)\b|最(?:低|小|少|便宜|差|短|轻|早|年轻|慢)(?:值)?(?:的)?", RegexOptions.IgnoreCase)]
    private static partial Regex Least();

    [GeneratedRegex(
        @"\b(?:top|first|best|highest|largest|biggest|(?<low>bottom|lowest|smallest|last|cheapest|worst))\s+(?<n>[0-9]{1,3}|two|three|four|five|six|seven|eight|nine|ten|twenty)\b|\b(?<n>[0-9]{1,3}|two|three|four|five|six|seven|eight|nine|ten|twenty)(?=\s+(?:most|highest|largest|biggest|greatest|best|cheapest|lowest|smallest|oldest|youngest|latest|newest|earliest|longest|shortest|heaviest|lightest|least|fewest|top)\b)"
        + @"|(?:排名)?(?:前|(?<low>倒数|后)第?)(?<n>[0-9]{1,3}|[一二两三四五六七八九十]{1,2})(?![年月日季])(?:名|大|位|强|个|款|家|种|件|条|笔|项)?(?!字|称)的?|(?<=最.{1,2}的?)(?<n>[0-9]{1,3}|[二两三四五六七八九十]{1,2})(?:个|名|位|款|家|种|件|条|笔|项|人)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Top();

    [GeneratedRegex(@"^\W*(?:please )?(?:(?:can|could) you )?(?:list|show|name|find|give|enumerate|display|get|print)(?: me| us)?(?: (?:all|every|each|the|of|a list of|the list of|a table of))*\b|\bwhat are (?:all )?(?:the )?|\bwhich\b|\bwhat\b|\bwho(?:se)?\b|请?(?:列出|列举|显示|找出|给出|查询|查找)(?:所有|全部|一下)?的?|有?哪些|有?哪几[个名位种家]?|哪(?:一)?(?:个|位|家|种|款|台|件|名|笔|条|天)?|谁|什么", RegexOptions.IgnoreCase)]
    private static partial Regex List();
}
