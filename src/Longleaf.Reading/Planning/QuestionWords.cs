using System.Text.RegularExpressions;

namespace Longleaf.Reading.Planning;

/// <summary>The words that make a sentence a question and say nothing of what it is about.</summary>
internal static partial class QuestionWords
{
    /// <summary>The text without them, blanks in their place.</summary>
    public static string Strip(string text)
    {
        var stripped = EnglishFrames().Replace(text, " ");
        stripped = EnglishWords().Replace(stripped, " ");
        stripped = ChineseFrames().Replace(stripped, " ");
        stripped = ChineseWords().Replace(stripped, " ");
        return Blanks().Replace(stripped, " ").Trim(' ', ',', '.', '?', '!', ';', ':', '，', '。', '？', '！', '；', '：', '、');
    }

    /// <summary>The text without some words, blanks in their place.</summary>
    public static string Without(string text, IEnumerable<string> words) =>
        words.Aggregate(text, (rest, word) => rest.Replace(word, " ", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(
        @"\b(?:according to|based on|in|from|of|within|by) (?:the|this|these|that|those|my|your|our|all|each|both)(?: \d| two| three)? (?:\w+ )?(?:documents?|files?|texts?|pdfs?|attachments?|uploads?|pages?)\b"
        + @"|\b(?:can|could|would|will) you (?:please )?(?:tell|give|show|find|explain|say|list|let|help)(?: me| us)?\b"
        + @"|\b(?:please|kindly)?\s*(?:tell|give|show) me\b|\bi (?:want|need|would like|'d like) to (?:know|find out|see)\b|\bi(?: am|'m) (?:looking for|wondering)\b"
        + @"|\b(?:do|does|did) (?:the|this|these|that|those|it|they)?\s*(?:documents?|files?|texts?) (?:say|mention|state|contain|tell)(?: anything)?(?: about)?\b"
        + @"|\b(?:what|which) (?:is|are|was|were) the (?:name|names|number|value|amount) of\b|\bdo you know\b|\blet me know\b|\bfind out\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EnglishFrames();

    [GeneratedRegex(
        @"\b(?:who|whom|whose|what|when|where|which|why|how|many|much|does|did|do|is|are|was|were|be|been|has|have|had|can|could|will|would|shall|should|may|might|must"
        + @"|please|tell|list|name|give|show|find|explain|describe|there|any|a|an|the|me|us|i|you|it|its|they|their|them|he|she|his|her|this|that|these|those"
        + @"|also|and|or|of|to|for|in|on|at|by|with|from|as|so|then|if|not|exactly|about|document|documents|file|files|get|gets|got)\b(?:'s|n't|'re|'ll|'ve)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EnglishWords();

    [GeneratedRegex(
        @"请问|请?告诉我|请?帮我|我想知道|请?(?:列出|说明|描述|解释|介绍|查找|找出|回答)(?:一下)?|(?:根据|依据|按照|基于)?(?:这|该|此|本|上述|两|这两|这些|所有)(?:[一两三几]?[份篇个])?(?:文档|文件|资料|材料|文章|文本)(?:中|里|内|里面|当中)?(?:的)?"
        + @"|(?:文档|文件|资料|材料|文章|文)(?:中|里)(?:提到|说|写|规定|记载)?(?:的)?|根据(?:文档|文件|资料|材料|文章|合同|报告|上文|原文)")]
    private static partial Regex ChineseFrames();

    [GeneratedRegex(
        @"是多少|有多少|多少钱|为多少|多少|多久|多长时间|多(?:长|高|宽|重|远|深|厚|快|大)(?![\u4e00-\u9fff])|什么时候|什么时间|什么地方|什么样|什么人|为什么|是什么|叫什么|什么是|什么|何时|何地|何人|何处|为何|如何|怎么样|怎么办|怎么|怎样"
        + @"|哪些|哪里|哪儿|哪个|哪位|哪一[年个位天种家]?|哪[年家种国]|哪|谁|是不是|有没有|是否|能否|可否|可以吗|几[个名位种次年月天日岁条项]|吗|呢|吧|的|了|是|有|请|分别|一共|总共|在哪|都|被|把|吗")]
    private static partial Regex ChineseWords();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
