using System.Text.RegularExpressions;

namespace Longleaf.Reading.Extractive.Exact;

/// <summary>What a question for a value says besides the attribute and the entity: courtesies, where to look, that all are wanted.</summary>
internal static partial class QuestionFrames
{
    // Words that may stand beside an attribute and say nothing of it.
    private const string Place = @"(?:text|texts|document|documents|file|files|book|books|novel|novels|passage|passages|context|story|stories|material|materials|archive|pages|haystack|data|json|object|list|content|above|below|excerpts?|essay|essays|corpus)";

    /// <summary>The question alone, on one line: greetings, "according to the text", "mentioned in the documents" and the last mark left out.</summary>
    public static string Core(string question)
    {
        var core = Blanks().Replace(question, " ");
        core = Lead().Replace(core, " ");
        core = Told().Replace(core, " ");
        core = Within().Replace(core, " ");
        core = Request().Replace(core.Trim(), "");
        core = ChineseFrames().Replace(core, "");
        return Blanks().Replace(core, " ").Trim(' ', '?', '？', '.', '。', '!', '！', ',', '，', ':', '：');
    }

    /// <summary>Whether all values are asked for, however many.</summary>
    public static bool WantsAll(string question) => All().IsMatch(question);

    /// <summary>An attribute without "all of the", "special values", "请列出所有" and the like.</summary>
    public static string WithoutFillers(string attribute) => Fillers().Replace(attribute, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\b(?:according to|based on|judging (?:by|from)|going by|as (?:stated|mentioned|recorded|given|noted) in|from|in|within|throughout|across) (?:the|this|these|all|all the|my|your|our|any of the) (?:\w+ ){0,2}?" + Place + @"\b(?: (?:above|below|provided|given))?\s?[,:]?", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\b(?:(?:that|which) (?:is|are|was|were|has been|have been) )?(?:mentioned|stated|given|listed|recorded|found|noted|written|provided|hidden|contained|specified|described|shown|revealed|disclosed|set down|buried|stored)(?: (?:somewhere|anywhere|here|above|below|earlier|there))?(?: (?:in|within|across|throughout|inside))?\s*(?=$|[?.!,]|\b(?:the|this|these) (?:\w+ ){0,2}?" + Place + ")", RegexOptions.IgnoreCase)]
    private static partial Regex Told();

    [GeneratedRegex(@"(?:\b(?:in|within|across|throughout|inside|somewhere in|from)\s)?\b(?:the|this|these|those)\s(?:(?:provided|given|above|whole|entire|long|attached|uploaded|following|same)\s){1,2}" + Place + @"\b(?: (?:above|below))?", RegexOptions.IgnoreCase)]
    private static partial Regex Within();

    [GeneratedRegex(@"^\W*(?:(?:please|kindly|now|so|and|hi|hello|hey)[, ]+)*(?:(?:can|could|would|will) you (?:please )?)?(?:i (?:want|need|would like|'d like) (?:to (?:know|find|have|see) )?|do you know |(?:tell|give|show|find|get|fetch|retrieve|extract|return|report|state|name|list|provide|quote|identify|recall|look up|write down|what about)(?: (?:me|us|out|for me))? ?:?\s*)?(?:please )?", RegexOptions.IgnoreCase)]
    private static partial Regex Request();

    [GeneratedRegex(@"请问|请?(?:你|您)?(?:能否|可以|能)?(?:帮我|帮忙)?(?:告诉我|找出|找到|查找|查一下|查询|列出|给出|说出|写出|提取|回答|指出)|我想知道|(?:根据|依据|按照|基于|在)?(?:上述|以上|这些|这份|这段|这篇|该|所给|提供的|给定的|上面的?|本|全)(?:的)?(?:文档|文本|文件|文章|材料|资料|内容|上下文|小说|书|文)(?:中|里|内|里面|当中)?(?:所?(?:提到|提及|出现|记载|给出|记录|写到|说到|列出)过?)?的?[，,：:]?|(?:根据|依据|在)?(?:文档|文本|文件|文章|材料|资料|上下文|小说|书|文|原文|正文)(?:中|里|内|里面|当中)(?:所?(?:提到|提及|出现|记载|给出|记录|写到|说到|列出)过?)?的?[，,：:]?|(?:根据|依据)(?:文档|文本|文件|文章|材料|资料|上文|原文|正文)[，,：:]?")]
    private static partial Regex ChineseFrames();

    [GeneratedRegex(@"\b(?:all|every|each|list)\b|\bhow many different\b|所有|全部|一切|哪些|哪几|各个|每[一]?个|列出", RegexOptions.IgnoreCase)]
    private static partial Regex All();

    [GeneratedRegex(@"^\s*(?:what|which|who)(?:'s|’s)?\b(?:\s(?:is|are|was|were)\b)?|\b(?:all|every|each|any|of|the|an?|value|values|different|corresponding|exact|respective|one|ones|that|is|are|was|were|been|does|did|do|has|have|had|current|currently|latest|now|newest|most recent|final|called|named|set|equals?|assigned|corresponds?|stands?|to)\b|所有的?|全部的?|对应的?|相应的?|各自的?|分别|具体的?|确切的?|一共|都|现在的?|目前的?|当前的?|最新的?|最后的?|的", RegexOptions.IgnoreCase)]
    private static partial Regex Fillers();
}
