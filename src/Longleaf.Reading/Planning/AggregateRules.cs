using System.Text.RegularExpressions;

namespace Longleaf.Reading.Planning;

/// <summary>Which wordings may ask for a computation over all rows of a table, or over a whole text. Whether one can be made, the documents say.</summary>
internal static partial class AggregateRules
{
    /// <summary>The longest question that is tried, in UTF-16 units: longer ones say more than is computed.</summary>
    public const int LongestQuestion = 400;

    /// <summary>Whether a question may ask for one.</summary>
    public static bool Ask(string question) =>
        question.Length <= LongestQuestion && (Counting().IsMatch(question) || Computing().IsMatch(question) || Ranking().IsMatch(question) || Listing().IsMatch(question) || Chinese().IsMatch(question));

    /// <summary>Whether a question asks which parts of a text mention something: their titles alone are no answer.</summary>
    public static bool AskWhere(string question) => question.Length <= LongestQuestion && Where().IsMatch(question);

    [GeneratedRegex(@"\b(?:which|what) (?:sections?|chapters?|pages?|parts?|clauses?|articles?|documents?|files?) (?:that |which )?(?:mentions?|contains?|refers? to|talks? about|includes?) \S|哪(?:些|几个?|个)(?:章节?|部分|页|段落?|条款?|文档|文件|地方)(?:中|里|都)?(?:提到|提及|包含|涉及|出现|含有)\S", RegexOptions.IgnoreCase)]
    private static partial Regex Where();

    [GeneratedRegex(@"\bwhere (?:is|are) .{1,90} mentioned\b|\bhow (?:many|often)\b|(?<=^\W*|\b(?:the|a|an|total|overall|and|what|average|highest|largest|greatest|lowest|smallest|different) )(?:number|count|occurrences) of\b|\bcount\b|\btally\b", RegexOptions.IgnoreCase)]
    private static partial Regex Counting();

    [GeneratedRegex(@"\b(?:total|sum|average|mean|median|altogether|in all|add up|combined|worth)\b|\bhow much\b.{0,80}\b(?:spen[dt]|earn(?:ed)?|sold|sell|paid|cost|revenue|make|made)\b|\b(?:by|per|for each|in each|each|every) \w+", RegexOptions.IgnoreCase)]
    private static partial Regex Computing();

    [GeneratedRegex(@"\b(?:highest|lowest|largest|smallest|biggest|greatest|most|least|fewest|maximum|minimum|max|min|top|bottom|best|worst|cheapest|oldest|youngest|latest|newest|earliest|longest|shortest|heaviest|lightest|tallest|costliest)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ranking();

    [GeneratedRegex(@"^\W*(?:please )?(?:(?:can|could) you )?(?:list|show|name|find|give|enumerate|extract)(?: me| us)? (?:all|every(?:one|body|thing)?|each|the|which|any)\b|\b(?:which|what|who)\b.{0,60}\b(?:over|above|under|below|more than|less than|fewer than|at least|at most|between|before|after|since)\b|\bwhich (?:\w+ ){1,3}(?:are|is|were|was|have|has|work|live|belong|come)\b|\ball (?:the )?(?:e-?mails?|dates?|names?|amounts?|phone|numbers?|links?|urls?|people|persons?|places)\b|\bwhich (?:sections?|chapters?|pages?|documents?|files?) .{0,20}(?:mention|contain|refer|name|talk)", RegexOptions.IgnoreCase)]
    private static partial Regex Listing();

    [GeneratedRegex("多少|几[个名位人次种家台件张辆所只条项座本户票场款笔]|总.{0,3}[额数和计共量价]|合计|共计|之和|加起来|平均|均值|中位数|最[高低大小多少贵好早晚新长短重轻]|最便宜|前[0-9一二三四五六七八九十]|排名|人数|个数|次数|数量|按.{1,12}(?:统计|分组|分类|汇总|划分|计算)|每[个月年种家位]|各|列出|列举|提取|提到|提及|所有|全部|有哪些|哪些.{0,30}(?:超过|大于|小于|低于|高于|以上|以下)|出现")]
    private static partial Regex Chinese();
}
