using System.Text.RegularExpressions;

namespace Longleaf.Reading.Planning;

/// <summary>Questions about what was said: whether one is, and what of it names the matter talked about.</summary>
internal static partial class DiscussionWords
{
    /// <summary>Whether an answer is to tell what was said, and not a fact: "what did the group think of the buttons", "why did Anna disagree".</summary>
    public static bool Ask(string question) => Said().IsMatch(question);

    /// <summary>Whether a question asks for somebody's words, whatever else stands in it: "what did Marketing think of the price".</summary>
    public static bool AskWhatWasSaid(string question) => AsksForWords().IsMatch(question);

    /// <summary>The question without the words for talking, meetings and those who take part.</summary>
    public static string Matter(string question)
    {
        var rest = Frames().Replace(question, " ");
        rest = Talking().Replace(rest, " ");
        rest = QuestionWords.Strip(rest);

        // What is left of 总结这次会议 or 总结全文 is no matter.
        return rest.Count(char.IsLetter) < 2 ? "" : rest;
    }

    [GeneratedRegex(
        @"\b(?:discuss(?:ed|ions?|ing)?|talk(?:ed|ing)?|sa(?:y|id)|think|thought|feel|felt|opinions?|views?|viewpoints?|perspectives?|attitudes?|suggest(?:ed|ions?)?|recommend(?:ed|ations?)?|propos(?:e|ed|als?)|put forward|present(?:ed|ations?)?|introduce[ds]?|elaborated?|(?:dis)?agree[ds]?|respon(?:d|se|ded)|comment(?:s|ed)?|debated?|conclu(?:de|ded|sions?)|decid(?:e|ed)|decisions?|explain(?:ed)?|describe[ds]?|contributed?|approach(?:es)?|plans?|polic(?:y|ies)|solutions?|problems?|concerns?|argu(?:e|ed|ments?)|mention(?:ed)?|controvers(?:y|ies)|question(?:ed|ing)|object(?:ed|ions?)?|joking|aims?|goals?|status|future|impact|causes?|would .{1,60} (?:operate|work|happen|contribute))\b"
        + @"|讨论|谈|说|认为|觉得|看法|观点|意见|建议|提出|介绍|同意|反对|回应|回答|评论|结论|决定|解释|争论|态度|主张|方案|计划|问题",
        RegexOptions.IgnoreCase)]
    private static partial Regex Said();

    [GeneratedRegex(@"^\W*(?:what|how|why)(?:'s|’s)?\b.{1,120}\b(?:discuss(?:ed|ion)?|talk(?:ed)?|said|say|think|thought|recommend(?:ed)?|suggest(?:ed)?|propose[ds]?|put forward|(?:dis)?agree[ds]?|respond(?:ed)?|comment(?:ed)?|debated?|conclu(?:de|ded|sion)|elaborated?|opinion|decisions?)\b|(?:怎么|如何|为什么|为何|什么).{0,20}(?:看待|评价|回应|认为|建议)|(?:认为|建议|讨论|谈到?|提出)了?(?:什么|哪些)", RegexOptions.IgnoreCase)]
    private static partial Regex AsksForWords();

    [GeneratedRegex(
        @"\b(?:when|while) (?:it came to |discussing|talking|presenting|reflecting|assessing|introducing|speaking|debating)(?: (?:about|on|of))?\b"
        + @"|\bput(?:s|ting)? forward\b|\b(?:the |a )?(?:pros and cons|reasons? (?:for|why)|main points?|key points?)\b|\band why\b|\bmainly\b|\b(?:the )?(?:whole|general|entire|overall) (?=meeting|discussion|talk|conversation)"
        + @"|请?(?:总结|概括|归纳|概述|简述)(?:一下)?|(?:关于|有关|对于?|针对)(?=[\u4e00-\u9fff])",
        RegexOptions.IgnoreCase)]
    private static partial Regex Frames();

    [GeneratedRegex(
        @"\b(?:summari[sz]e[ds]?|summary|discuss(?:ed|ions?|ing)?|talk(?:s|ed|ing)?|say|said|says|think|thought|thinks|feel|felt|opinions?|views?|viewpoints?|perspectives?|attitudes?|suggest(?:ed|ions?)?|recommend(?:ed|ations?)?|propos(?:e|ed|als?)|present(?:ed|ations?|ing)?|introduced?|elaborated?|(?:dis)?agree[ds]?(?: (?:with|upon|on))?|respon(?:d|se|ded)|comment(?:s|ed)?|debated?|conclu(?:de|ded|sions?)|decid(?:e|ed)|decisions?|explain(?:ed)?|described?|descriptions?|contributed?|mention(?:ed)?|question(?:ed|ing)|meetings?|group|team|members?|group ?mates|everyone|they|participants?|speakers?|conversation|transcript|points?|topics?|whole|main|key|happened)\b"
        + @"|讨论|谈到|谈了|谈论|说了?|认为|觉得|看法|观点|意见|提出|介绍|回应|回答|评论|会议|大家|与会者|发言人?|嘉宾|内容|主要|要点|主题|全文|全部|整[个场段篇]|这篇|文章|这次|该次|这段|这场|本次|此次|对话",
        RegexOptions.IgnoreCase)]
    private static partial Regex Talking();
}
