using System.Text.RegularExpressions;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Aggregation.Mentions;

/// <summary>What of a whole text is to be counted or listed.</summary>
internal abstract partial record MentionQuestion
{
    private MentionQuestion()
    {
    }

    /// <summary>How often something is mentioned.</summary>
    /// <param name="Term">The word or words.</param>
    public sealed record Count(string Term) : MentionQuestion;

    /// <summary>Which sections, pages or documents mention something.</summary>
    /// <param name="Term">The word or words.</param>
    /// <param name="OfDocuments">Whether documents are asked for, and not places in them.</param>
    public sealed record Places(string Term, bool OfDocuments) : MentionQuestion;

    /// <summary>All the values of a kind, or how many there are.</summary>
    /// <param name="Kind">The kind.</param>
    public sealed record Values(ValueKind Kind) : MentionQuestion;

    /// <summary>What a question asks to count or list; <see langword="null"/> if it is not surely one of these.</summary>
    /// <param name="question">The question.</param>
    public static MentionQuestion? Read(Question question)
    {
        var text = InDocuments().Replace(question.DocumentWords.Aggregate(question.Text, (rest, word) => NamedDocument(rest, word)), " ").Trim();
        foreach (var pattern in (Regex[])[HowOften(), ChineseHowOften()])
        {
            if (pattern.Match(text) is { Success: true } match && TermOf(match) is { } term)
            {
                return new Count(term);
            }
        }

        foreach (var pattern in (Regex[])[WhichMention(), ChineseWhichMention()])
        {
            if (pattern.Match(text) is { Success: true } match && TermOf(match) is { } term)
            {
                return new Places(term, DocumentWord().IsMatch(match.Groups["what"].Value));
            }
        }

        return AllValues().Match(text) is { Success: true } all && ValueKinds.Named(all.Groups["kind"].Value) is { } kind ? new Values(kind)
            : ChineseAllValues().Match(text) is { Success: true } chinese && ValueKinds.Named(chinese.Groups["kind"].Value) is { } named ? new Values(named)
            : null;
    }

    // "…in the contract" names a document; "in March" would change the question, and is left for the pattern to fail on.
    private static string NamedDocument(string text, string word) =>
        Regex.Replace(text, $@"\b(?:in|of|from|by|within) (?:the )?{Regex.Escape(word)}(?:\.\w{{2,4}})?(?!\w)", " ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static string? TermOf(Match match)
    {
        var term = Called().Replace(match.Groups["term"].Value.Trim(), "").Trim(' ', '"', '“', '”', '「', '」', '『', '』', '《', '》', '\'', '‘', '’', '«', '»', '`', ',', '，');

        // A longer one, or one with a place of its own, is a question of another kind.
        return term.Length is 0 or > 80 || (match.Groups["term"].Value.IndexOfAny(['"', '“', '「', '『', '《', '‘', '`']) < 0 && Elsewhere().IsMatch(term)) ? null : term;
    }

    [GeneratedRegex(@"\b(?:in|of|from|across|throughout|within) (?:the |this |these |that |all |all the |both |my |our |each )(?:whole |entire |uploaded )?(?:document|file|text|book|novel|story|report|contract|paper|manual|article|handbook|letter)s?\b|(?:在)?(?:这|本|该|全|整)(?:份|个|篇|本|部)?(?:文档|文件|文|书|合同|报告|小说|手册)(?:中|里|内)?|(?:文档|文件|文中|全文|书|合同|报告|手册)(?:中|里|内)", RegexOptions.IgnoreCase)]
    private static partial Regex InDocuments();

    [GeneratedRegex(@"^\W*(?:(?:how many times|how often) (?:is|are|was|were|does|do|did)(?: the)?(?<term>.{1,90}?) (?:mentioned|named|used|written|referred to|appear(?:ing)?|occur(?:ring)?|come up|found|said)|(?:what is |give me |tell me )?(?:the )?(?:count|number)(?: of)?(?: all)?(?: the)? (?:mentions|occurrences|uses) of(?<term>.{1,90}?)|count (?:how often |all |the )*(?:mentions of |occurrences of |the word )(?<term>.{1,90}?)(?: (?:is|are) (?:mentioned|used)| appears?| occurs?)?|how many (?:mentions|occurrences) of(?<term>.{1,90}?)(?: are there)?)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex HowOften();

    [GeneratedRegex(@"^\W*(?:请问|请?统计(?:一下)?)?(?:(?<term>.{1,40}?)(?:这个?(?:词|字|名字))?(?:一共|总共|共|被)*(?:出现|提到|提及)过?了?(?:多少|几)(?:次|处|遍)|(?:一共|总共|共)?(?:出现|提到|提及)过?了?(?:多少|几)(?:次|处|遍)的?(?<term>.{1,40}?)|(?<term>.{1,40}?)(?:这个?(?:词|字|名字))?的?(?:出现|提及)?的?次数(?:是多少)?)\W*$")]
    private static partial Regex ChineseHowOften();

    [GeneratedRegex(@"^\W*(?:(?:list |show |find |name )?(?:me )?(?:which|what|all(?: the)?|every|the) (?<what>sections?|chapters?|pages?|sheets?|documents?|files?|parts?|articles?|clauses?) (?:that |which )?(?:mentions?|contains?|refers? to|names?|talks? about|uses?|includes?)|where (?:is|are)(?= .{1,90} mentioned\W*$))(?: the)?(?<term>.{1,90}?)(?: mentioned)?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex WhichMention();

    [GeneratedRegex(@"^\W*(?:请?列出)?(?:(?:有)?(?:哪些|哪几个?|哪个|所有)(?<what>章节?|部分|页|段落?|条款?|文档|文件|工作表|地方)(?:中|里|都)?(?:提到|提及|包含|涉及|出现|含有|说到)过?了?(?<term>.{1,40}?)(?:的(?:章节|部分|文档|文件))?|(?<term>.{1,40}?)(?:在|出现在)(?:哪些|哪几个?)(?<what>章节?|部分|页|文档|文件|地方)(?:中|里)?(?:被)?(?:出现|提到|提及)?过?)\W*$")]
    private static partial Regex ChineseWhichMention();

    [GeneratedRegex(@"^\W*(?:(?:please )?(?:list|show|find|extract|give|name|collect|get)(?: me| us)?(?: all| every| each| any)?(?: of)?(?: the)?(?: different| distinct| unique)?|what are (?:all )?(?:the )?|which|how many(?: different| distinct| unique)?) ?(?<kind>[\p{L}\- ]{3,40}?)(?: (?:that |which )?(?:are |is )?(?:there|mentioned|named|given|listed|found|used|contained|included|in it|in there|does it (?:contain|mention|have)|do they (?:contain|mention|have)))*\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex AllValues();

    [GeneratedRegex(@"^\W*(?:请)?(?:(?:列出|列举|提取|找出|给出|显示)(?:所有|全部|其中)*的?(?:提到|出现)?过?的?(?<kind>[\p{L}\-]{2,10}?)|(?:有|提到了?|出现了?)*(?:哪些|多少个?)(?<kind>[\p{L}\-]{2,10}?)|(?:所有|全部)的?(?<kind>[\p{L}\-]{2,10}?)|(?<kind>[\p{L}\-]{2,10}?)有(?:哪些|多少个?))\W*$")]
    private static partial Regex ChineseAllValues();

    [GeneratedRegex(@"^(?:(?:the |a )?(?:word|words|name|term|phrase|string|text)s? |(?:单词|词语|词|名字|字)(?=[“""「『《]))", RegexOptions.IgnoreCase)]
    private static partial Regex Called();

    [GeneratedRegex(@"\b(?:in|before|after|during|between|by|per|each|or|and|with|on|at|for) |和|或|以及|每|在", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();

    [GeneratedRegex("^(?:documents?|files?|文档|文件)$", RegexOptions.IgnoreCase)]
    private static partial Regex DocumentWord();
}
