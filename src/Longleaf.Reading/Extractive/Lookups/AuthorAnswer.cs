using System.Globalization;
using System.Text.RegularExpressions;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Summaries;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Lookups;

/// <summary>Answers who wrote a document from the file's own properties, where its text does not say.</summary>
internal static partial class AuthorAnswer
{
    /// <summary>Whether nothing but the documents' author is asked for.</summary>
    public static bool AsksOnlyThat(Question question) => OnlyAuthor().IsMatch(question.Text);

    /// <summary>Whether the author of something is asked for that a document has in its title: its own author then.</summary>
    public static bool AsksOfTitle(Question question, IReadOnlyList<ReadableDocument> documents, IReadOnlyList<int> asked, CancellationToken cancellationToken)
    {
        var work = OfWork().Match(question.Text);
        string[] named = work.Success ? [.. TextAnalyzer.Analyze(work.Groups["work"].Value).Select(term => term.Term)] : [];
        return named.Length > 0 && asked.Take(8).Any(position =>
        {
            var title = TextAnalyzer.Analyze(DocumentTitle.Of(documents[position], DocumentOutline.Read(documents[position], cancellationToken))).Select(term => term.Term).ToHashSet(StringComparer.Ordinal);
            return named.All(title.Contains) && Byline.Find(documents[position], position) is not null;
        });
    }

    /// <summary>The answer; <see langword="null"/> if it is not asked, or not known.</summary>
    public static AnswerLine? Find(Question question, IReadOnlyList<ReadableDocument> documents, IReadOnlyList<int> asked)
    {
        if (!AsksAuthor().IsMatch(question.Text) && !OfWork().IsMatch(question.Text))
        {
            return null;
        }

        var phrases = Phrases.In(question.Language);
        var lines = new LineBuilder(documents, question.Language);
        var signed = 0;
        foreach (var position in asked.Take(8))
        {
            if (Byline.Find(documents[position], position) is { } byline)
            {
                lines.Frame(signed++ > 0 ? "\n**" : "**").Frame(string.Join(", ", byline.Names.Select(QuotedText.Inert))).Frame("**").Stop();
                lines.Cite(byline.Statement, 0, byline.Statement.Text.Length).Sources();
            }
        }

        if (signed > 0)
        {
            return lines.ToLine();
        }

        string[] known =
        [
            .. asked.Select(position => documents[position])
                .Where(document => !string.IsNullOrWhiteSpace(document.Info.Author))
                .Take(8)
                .Select(document => string.Format(CultureInfo.InvariantCulture, phrases.FileAuthor, QuotedText.Inert(document.Info.Author!), QuotedText.FileName(document.Name))),
        ];
        if (known.Length == 0 && AsksOnlyThat(question))
        {
            return new AnswerLine(phrases.NotSaid, []);
        }

        return known.Length == 0 ? null : new AnswerLine(string.Join("\n", known), []);
    }

    [GeneratedRegex(@"^\W*(?:who (?:wrote|is the author|are the authors|authored)|(?:what|which|who) (?:is|are) the (?:names? of the )?authors?|authors?|by whom is)(?: (?:of|is|was|wrote))?(?: (?:it|(?:this|the|that|these) (?:document|paper|file|article|report|book|text|manual|pdf)s?))?(?: written)?\W*$|^(?:这(?:份|篇|本)?(?:文档|文件|文章|论文|报告|书)?)?的?(?:作者是谁|是谁写的|谁写的|有哪些作者)[？?]?$", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyAuthor();

    [GeneratedRegex(@"^\W*(?:who (?:wrote|authored|(?:is|are|was|were) the authors? of)|by whom was) (?<work>[^?]{2,120}?)(?: written)?\W*$|^(?<work>[^？?]{1,60}?)(?:是谁写的|的作者是谁|的作者有哪些)[？?]?$", RegexOptions.IgnoreCase)]
    private static partial Regex OfWork();

    [GeneratedRegex(@"\bwho (?:wrote|is the author|are the authors|authored|made|created)\b.{0,30}$|\bauthors?\b.{0,30}$|作者|谁写的|是谁写", RegexOptions.IgnoreCase)]
    private static partial Regex AsksAuthor();
}
