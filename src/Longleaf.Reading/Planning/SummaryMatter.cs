using System.Text.RegularExpressions;

namespace Longleaf.Reading.Planning;

/// <summary>What a summary is asked of where no section or chapter is named as such: "summarise the payment terms", "总结违约责任".</summary>
internal static partial class SummaryMatter
{
    private const int MaxWords = 8;

    /// <summary>The matter; empty where the whole is asked for.</summary>
    /// <param name="question">The question.</param>
    /// <param name="documents">The documents it is put to: their names are no matter.</param>
    public static string Of(Question question, IEnumerable<ReadableDocument> documents)
    {
        var names = question.DocumentWords.Concat(documents.SelectMany(document => DocumentReference.NameWords(document.Name))).Where(word => word.Length > 1);
        var rest = QuestionWords.Without(Asking().Replace(question.Text, " "), names);

        // Parts joined by "and" stay apart: each may be a section.
        string[] parts = [.. And().Split(rest).Select(part => QuestionWords.Strip(Whole().Replace(QuestionWords.Strip(part), " "))).Where(part => part.Length > 0)];
        rest = string.Join(", ", parts);
        return rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > MaxWords || rest.Count(char.IsLetter) < 2 ? "" : rest;
    }

    [GeneratedRegex(
        @"\b(?:summari[sz](?:e|es|ed|ing|ation)|summar(?:y|ies)|sum(?:ming)? up|tl;?dr|synopsis|abstract|overview|gist|describe)\b"
        + @"|\b(?:in|into|with|using|at most|no more than|as|within)?\s*(?:about |around )?(?:[0-9]{1,4}|a single|one|two|three|four|five|six|seven|eight|nine|ten)[ \-](?:short |brief |bullet |key |main )*(?:words?|sentences?|points?|bullets?|lines?|paragraphs?|takeaways?|items?)\b"
        + @"|\b(?:bullet(?:s|ed)?(?: points?| list)?|brief(?:ly)?|short(?:ly)?|concise(?:ly)?|quick(?:ly)?|in short|in detail|detailed|thorough(?:ly)?|simple|plain|good)\b|\b(?:in|into|to) (?:simplified |traditional )?(?:english|chinese)\b"
        + @"|总结|概括|摘要|概述|概要|梗概|归纳|一下|用?[0-9一二两三四五六七八九十百]{1,4}\s?(?:句话?|个?字|[个条]?要点)(?:以内|左右|之内)?|简要|简短|简单|详细|扼要|用中文|用英文",
        RegexOptions.IgnoreCase)]
    private static partial Regex Asking();

    // Words for the whole and for what every text has.
    [GeneratedRegex(
        @"\b(?:all|whole|entire|full|overall|general|everything|content(?:s)?|main|key|central|most|important|points?|ideas?|messages?|takeaways?|topics?|themes?|documents?|files?|texts?|books?|novels?|stor(?:y|ies)|plots?|events?|characters?|chapters?|sections?|reports?|papers?|articles?|manuals?|contracts?|agreements?|letters?|e?-?mails?|meetings?|discussions?|transcripts?|pages?|guides?|handbooks?|presentations?|slides?|tables?|spreadsheets?|data|each|every|both|two|three|four|five|first|second|last|it|kind|sort|type|deal|cover|talk|read|write|please|again|up)\b"
        + @"|主要|内容|主旨|大意|中心|思想|要点|全文|全书|整[个本篇份]|[这该本那此][份篇本个些部]?|[两三四五几每]?[份篇本个部]|文档|文件|文章|文本|合同|协议|报告|论文|书籍?|小说|故事|情节|手册|说明书?|资料|材料|会议|讨论|对话|记录|讲|说|写|关于|介绍|帮我|给我|我",
        RegexOptions.IgnoreCase)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\s+and\s+|,\s+|[、和与及]", RegexOptions.IgnoreCase)]
    private static partial Regex And();
}
