using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive.Aggregation.Tables;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Structured;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Aggregation.Questions;

/// <summary>What rows of a table are called: by its file, sheet and title, and by words that any table's rows have.</summary>
internal sealed partial class RowNoun
{
    private const int MostTitles = 24;

    private readonly HashSet<string> _terms = new(StringComparer.Ordinal);
    private readonly bool _arePersons;

    /// <summary>The nouns of a table.</summary>
    public RowNoun(SourceTable table, IReadOnlyList<ReadableDocument> documents)
    {
        foreach (var title in table.Parts.Take(MostTitles).SelectMany(part => (string[])[Path.GetFileNameWithoutExtension(documents[part.Document].Name), part.Title]).Distinct())
        {
            List<string> terms = [.. LabelTerms.Of(FieldQuery.Split(title))];
            _terms.UnionWith(terms);
            foreach (var term in terms)
            {
                _terms.UnionWith(((Lexicon[])[Lexicon.OfColumns, Lexicon.Shared]).SelectMany(lexicon => lexicon.Alternatives([term])[0]).Where(set => set.Length == 1).Select(set => set[0]));
            }
        }

        _arePersons = table.Headers.Any(header => PersonColumn().IsMatch(FieldQuery.Split(header)));
    }

    /// <summary>Whether a word is one for persons: several rows may be of one.</summary>
    public static bool IsPerson(string noun) => Person().IsMatch(noun);

    /// <summary>Whether a term is one.</summary>
    public bool Is(string term) => _terms.Contains(term);

    /// <summary>What a question's rest calls the rows; <see langword="null"/> where it says something else besides.</summary>
    /// <param name="rest">The question, with blanks for what is understood.</param>
    public string? Find(string rest)
    {
        var bare = Frame().Replace(QuestionWords.Strip(Frame().Replace(rest, " ")), " ");
        var noun = "";
        foreach (var term in TextAnalyzer.Analyze(bare))
        {
            var written = bare.Substring(term.Start, term.Length);
            if (Any().IsMatch(written) || (_arePersons && Person().IsMatch(written)))
            {
                noun = noun.Length == 0 && written.Length > 1 && !Everybody().IsMatch(written) ? written : noun;
                continue;
            }

            if (!_terms.Contains(term.Term))
            {
                return null;
            }

            noun = noun.Length == 0 && !term.Term.Any(char.IsDigit) ? written : noun;
        }

        return noun;
    }

    // What people say around a question that computes.
    [GeneratedRegex(
        @"\b(?:according to|based on|in|from|of) (?:the |this |that |my |our )?(?:data|table|sheet|spreadsheet|workbook|file|csv|dataset|list|document)s?\b|\b(?:is|are|was|were|do|does|did|has|have|had|there|been|being|please|altogether|overall|exactly|calculate|compute|determine|work out|sort(?:ed)?|order(?:ed)? by|rank(?:ed|ing)?|descending|ascending|respectively|also|together|along|whole|entire|single|total|value|amount|figure|made|make|placed?|got|gets?|worked|works?|working|belongs?|contain(?:s|ed|ing)?|come|came|coming|came|live|lives|living|based|located|having|equal(?:s|ing)?|called|named|whose|that|which|with|when|we|our|us|my|i|than|did|shown?|listed|given|recorded|registered|received?|took place|happen(?:ed)?|occur(?:red)?|exist(?:s|ed)?|appear(?:s|ed)?)\b"
        + @"|sold|sell|bought|buy|ordered|purchased|shipped|计算|算出|统计|买|购买|卖出?|售出|销售|下单|请|帮我|查询|统计一下|一下|以及|并且|同时|其中|分别|所有|全部|整个|的|了|呢|吗|有|是|为|在|里|中|内|从|和|与|及|各|每|这|那|张|表格|表里|数据|文件|属于|来自|位于|工作|下|共|其|它们|他们|，|。|？|、",
        RegexOptions.IgnoreCase)]
    private static partial Regex Frame();

    [GeneratedRegex(@"^(?:rows?|records?|entr(?:y|ies)|lines?|items?|ones?|data|cases?|values?|results?|行|条|项|记录|条目|数据|个|名|位|笔|单|件|次|数|值)$", RegexOptions.IgnoreCase)]
    private static partial Regex Any();

    [GeneratedRegex(@"^(?:people|persons?|employees?|staff|workers?|members?|colleagues?|students?|pupils?|players?|everyone|everybody|anyone|those|人|人员|员工|职员|成员|同事|学生|位|名)$", RegexOptions.IgnoreCase)]
    private static partial Regex Person();

    [GeneratedRegex("^(?:everyone|everybody|anyone|those)$", RegexOptions.IgnoreCase)]
    private static partial Regex Everybody();

    [GeneratedRegex(@"(?<!\p{L})(?:(?:full |first |last )?name|surname|employee|person|staff|member|student|player)(?!\p{L})|姓名|名字|员工|人员|职员|学生", RegexOptions.IgnoreCase)]
    private static partial Regex PersonColumn();
}
