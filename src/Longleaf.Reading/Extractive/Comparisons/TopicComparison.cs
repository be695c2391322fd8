using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive.Lookups;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Extractive.Summaries;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Comparisons;

/// <summary>Compares what documents say of one matter that the question names ("compare the warranty of both").</summary>
internal static partial class TopicComparison
{
    private const int MaxTerms = 8;

    /// <summary>The answer; no lines where no matter is named, or none of the documents speaks of it.</summary>
    public static IEnumerable<AnswerLine> Lines(Question question, IReadOnlyList<ReadableDocument> documents, int[] asked, CancellationToken cancellationToken)
    {
        var topic = Topic(question);
        var terms = TextAnalyzer.Analyze(topic).Select(term => term.Term).Distinct().ToArray();
        if (terms.Length is 0 or > MaxTerms)
        {
            return [];
        }

        // :: 1: attributes called so.
        var alternatives = Lexicon.Shared.Alternatives(terms);
        var rows = AttributeRows.Of([.. asked.Select(position => AttributeReader.Read(documents[position], position, cancellationToken))])
            .Where(row => Names(row.Label, terms, alternatives)).ToArray();
        if (rows.Length == 0)
        {
            // :: 2: else what each says of it.
            ComparedCell?[] cells = Marked().IsMatch(question.Text) || SectionFinder.FindEach(topic, documents, asked, cancellationToken).Count > 1 ? [.. asked.Select(position => Says(question, topic, documents, position, cancellationToken))] : [];
            if (cells.All(cell => cell is null))
            {
                return [];
            }

            rows = [new ComparedRow(topic, cells)];
        }

        var table = new ComparisonTable(documents, asked, question.Language);
        return table.Rows([.. rows.Where(row => !row.Same)]).Concat(table.Same([.. rows.Where(row => row.Same)])).Select((line, i) => i > 0 ? line : line with { Text = line.Text.TrimStart('\n') });
    }

    // All words of the matter, or what stands for them, are in the attribute's name.
    private static bool Names(string label, string[] terms, IReadOnlyList<IReadOnlyList<string[]>> alternatives)
    {
        var own = TextAnalyzer.Analyze(label).Select(term => term.Term).ToHashSet(StringComparer.Ordinal);
        return terms.Select((term, i) => own.Contains(term) || alternatives[i].Any(set => set.All(own.Contains))).All(named => named);
    }

    private static ComparedCell? Says(Question question, string topic, IReadOnlyList<ReadableDocument> documents, int position, CancellationToken cancellationToken)
    {
        var focused = question with { Text = topic, Search = topic, Carried = "", Documents = [position], Type = AnswerType.Any, TypeWords = [] };
        var scope = new ReadingScope(documents, [position]);
        var query = Query.Of(focused, scope.Search);
        var ranked = StatementRanker.Rank(focused, query, scope, cancellationToken);
        return ranked.Count > 0 && NotFound.Answers(ranked[0], query) ? new ComparedCell(ranked[0].Statement, SentenceWindow.Around(ranked[0].Statement, null, query)) : null;
    }

    private static string Topic(Question question)
    {
        var rest = QuestionWords.Strip(Comparing().Replace(QuestionWords.Without(question.Text, question.DocumentWords), " "));
        return Leftover().Replace(rest, " ").Trim(' ', ',', '，', '的', '和', '与', '?', '？');
    }

    [GeneratedRegex(
        @"\b(?:compar(?:e|ed|ing|isons?)|differ(?:s|ences?|ent)?|between|versus|vs\.?|similarit(?:y|ies)|similar|in common|same|side by side|what changed|changes?|changed|versions?|main|key|major|most important|important|terms of)\b"
        + @"|\b(?:the |these |those |both |all |my )?(?:two |three |four |five )?(?:documents?|files?|texts?|reports?|contracts?|agreements?|leases?|manuals?|books?|novels?|stories|papers?|articles?|letters?|machines?|models?|products?|offers?|quotes?|policies|plans)\b|\b(?:both|their|its|two|three|them|each|other|another|one|table)\b"
        + @"|对比|比较|差异|区别|不同(?:点|之处)?|异同|相同(?:点|之处)?|共同点|有何|有什么|有哪些|之间|修改|改动|变更|变化|修订|版本|新增|删除|主要|[这那]?[两三四几0-9][个份篇本者种款]|两者|各自|它们|二者|文档|文件|合同|协议|报告|手册|说明书|小说|文章|书|版|在|方面|上",
        RegexOptions.IgnoreCase)]
    private static partial Regex Comparing();

    // Without such a word what is left names the documents ("compare the washing machines").
    [GeneratedRegex(@"\b(?:about|regarding|concerning|(?:with|in) (?:regard|respect) to|in terms of|on|say|treat|handle)\b|关于|方面|对于|怎么(?:说|规定|写)|如何(?:规定|约定)", RegexOptions.IgnoreCase)]
    private static partial Regex Marked();

    // Names of files and versions, and what is left of words between.
    [GeneratedRegex(@"\bv(?:ersion)? ?[0-9]+\b|\b(?:19|20)[0-9]{2}\b|\.(?:pdf|docx?|txt|md|xlsx|csv|epub)\b|\b(?:of|to|in|on|and|or|with|for|old|new|first|second)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Leftover();
}
