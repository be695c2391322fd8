using System.Text.RegularExpressions;

namespace Longleaf.Reading.Planning;

/// <summary>Which wordings ask for more than a fact, in English and Chinese.</summary>
internal static partial class RouteRules
{
    /// <summary>The route of a question.</summary>
    /// <param name="question">The question, at most a few thousand characters.</param>
    /// <param name="documents">How many documents there are: nothing is compared with itself.</param>
    public static Route Find(string question, int documents)
    {
        if (Greeting().IsMatch(question))
        {
            return Route.Greeting;
        }

        if (documents > 1 && Comparison().IsMatch(question))
        {
            return Route.Compare;
        }

        if (AggregateRules.AskWhere(question))
        {
            return Route.Aggregate;
        }

        if (Outline().IsMatch(question))
        {
            return Route.Outline;
        }

        return Summary().IsMatch(question) ? Route.Summary : AggregateRules.Ask(question) ? Route.Aggregate : Route.Lookup;
    }

    /// <summary>Whether a summary is to say what the document is, more than what it says throughout.</summary>
    public static bool AsksWhatItIs(string question) => WhatItIs().IsMatch(question);

    /// <summary>The section or topic a summary is asked about ("the warranty chapter"); empty for the whole.</summary>
    public static string SummaryTopic(string question)
    {
        foreach (var pattern in (Regex[])[NamedSection(), NumberedSection(), ChineseSection(), SaysAbout(), ChineseSaysAbout()])
        {
            var match = pattern.Match(question);
            if (match.Success)
            {
                return match.Groups["topic"].Value.Trim();
            }
        }

        return "";
    }

    [GeneratedRegex(@"^\W*(?:hi|hello|hey|good (?:morning|afternoon|evening)|thanks?|thank you(?: very much)?|thx|ok(?:ay)?|bye|你好|您好|嗨|早上好|下午好|晚上好|谢谢|多谢|感谢|再见|在吗|好的)(?: there| all| everyone|啊|呀|您|你)?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"\bcompar(?:e|ed|ing|ison)\b|\bdiff(?:er|ers|erence|erences|erent)\b.{0,40}\b(?:between|from|two|both|documents?|files?|them|versions?)\b|\bhow do(?:es)? .{1,80} differ\b|\bwhat(?:'s| is| are)(?: the)? (?:different|same|in common)\b|\bwhat do .{1,60} have in common\b|\bsimilarit|\bside by side\b|\b(?:versus|vs\.?)\s|\bwhat(?:'s|’s| is| has| have| was| were)? (?:been )?(?:changed|new|added|removed)\b|\b(?:changes|changed) (?:between|from|since|in) |对比|比较|差异|区别|不同(?:点|之处)|异同|相同(?:点|之处)|共同点|有何不同|有什么不同|(?:修改|改动|变更|改|增加|删除)了(?:什么|哪些|哪里)|(?:什么|哪些)(?:修改|改动|变更|变化)", RegexOptions.IgnoreCase)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"\b(?:table of contents|outline|list of (?:chapters|sections|headings)|(?:what|which) (?:chapters|sections|headings|parts)\b.{0,30}\b(?:are|does|do|is|has|have|contain)|list (?:all |the |its )*(?:chapters|sections|headings)|how is (?:it|this|the document) (?:structured|organi[sz]ed|divided))\b|目录|大纲|有哪些(?:章节|部分|章)|哪些章节|列出.{0,6}章节|结构是", RegexOptions.IgnoreCase)]
    private static partial Regex Outline();

    [GeneratedRegex(@"\bsummari[sz](?:e|es|ed|ing|ation)\b|\bsummary\b|\bsum(?:ming)? up\b|\btl;?dr\b|\bsynopsis\b|\babstract of\b|\boverview\b|\b(?:main|key|central|most important) (?:points?|ideas?|messages?|takeaways?|findings?|topics?|themes?)\b|\bgist\b"
        + @"|\bwhat(?:'s| is| are| do| does) .{0,60}\b(?:about|deal(?:s|ing)? with|talk(?:s|ing)? about|cover)\W*$|\bwhat (?:kind|sort|type) of (?:document|text|file|book)\b|\bdescribe (?:the|this|these) (?:document|text|file|book|report|paper)s?\b|\bwhat (?:is|are) (?:this|these|the) (?:document|file|text|paper|report|book)s?\W*$"
        + @"|总结|概括|摘要|概述|概要|梗概|归纳|主要内容|主旨|大意|中心思想|要点|讲了?(?:什么|啥|些什么)|说了?(?:什么|啥|些什么)|关于什么|介绍一下(?:这|该|本)|内容是什么|(?:文档|文件|文章|报告|书)是什么(?:内容)?[？?]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Summary();

    [GeneratedRegex(@"\babout\W*$|\bwhat (?:kind|sort|type) of\b|\bwhat (?:is|are) (?:this|these|the)\b|讲了?(?:什么|啥|些什么)|关于什么|是什么", RegexOptions.IgnoreCase)]
    private static partial Regex WhatItIs();

    [GeneratedRegex(@"\b(?:the|its|this)\s+(?<topic>[\w'’&\-, ]{2,60}?)\s+(?:chapter|section|part|clause|article|paragraph|appendix)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NamedSection();

    [GeneratedRegex(@"\b(?<topic>(?:chapter|section|part|clause|article|appendix|annex)\s+(?:[0-9]+(?:\.[0-9]+)*|[ivxlc]+\b|[a-z]\b|one|two|three|four|five|six|seven|eight|nine|ten)|chapter on [\w ]{2,40}|section (?:on|about|called|titled) [\w ""'’“”]{2,60})", RegexOptions.IgnoreCase)]
    private static partial Regex NumberedSection();

    [GeneratedRegex(@"(?<topic>第[0-9一二三四五六七八九十百零〇两]+[章节回条部卷篇])|[“""《「](?<topic>[^”""》」]{1,40})[”""》」](?:这?一?)(?:章|节|部分)|(?:总结|概括|归纳|概述)(?:一下)?(?:文中|其中)?(?:关于|有关)?(?<topic>[\u4e00-\u9fff]{2,12}?)(?:的)?(?:这?一?)(?:(?<!文)章|节|部分|章节|条款)")]
    private static partial Regex ChineseSection();

    [GeneratedRegex(@"\b(?:what (?:does|do|did) .{1,60} say about|summari[sz]e (?:what .{1,40} (?:say|says|said) (?:about|on)|everything (?:about|on))|summary of (?:what .{1,40} (?:about|on)))\s+(?<topic>[^?.!]{2,80})", RegexOptions.IgnoreCase)]
    private static partial Regex SaysAbout();

    [GeneratedRegex(@"(?:总结|概括|归纳)(?:一下)?.{0,8}(?:关于|有关)(?<topic>[^的，。？！]{2,30})")]
    private static partial Regex ChineseSaysAbout();
}
