using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive.Lookups;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Exact;

/// <summary>Reads what a statement gives to an entity: the cell, the pair's value, the one code or number, or the words behind the verb.</summary>
internal sealed partial class BindingReader(ValueQuestion reading, Question question, IReadOnlyList<ReadableDocument> documents)
{
    private const double Complete = 0.99;
    private const double Half = 0.5;
    private const int LongestWords = 60;
    private const int MostWords = 8;

    // Words beside a binding that say nothing else ("the official code … is").
    private const int StrayTerms = 2;
    private const int StrayBesideCode = 6;

    // "The permit number": another number of the same holder is not it.
    private const double KindWeight = 0.5;

    private static readonly HashSet<string> Kinds = TextAnalyzer.Analyze("number code key value word name string id phrase figure sequence digits 数字 号码 编号 代码 名称 数值 单词 密钥").Select(term => term.Term).ToHashSet(StringComparer.Ordinal);

    private readonly IReadOnlyList<IReadOnlyList<string[]>> _alternatives = Lexicon.Shared.Alternatives(reading.Terms);

    // Of the block that was looked at last: statements come in order.
    private (int Document, int Block, HashSet<string> Terms) _context = (-1, -1, []);

    /// <summary>The values that a statement gives to an entity it names; none where it is not sure.</summary>
    public IEnumerable<Binding> Read(Statement statement, string entity)
    {
        if (Verbatim.Find(statement.Text, entity) is not { } place)
        {
            return [];
        }

        if (statement.Kind == StatementKind.TableRow)
        {
            return Cell(statement, entity);
        }

        var coverage = Coverage(statement, place);
        if (AdjacentPair.Read(statement, place, documents[statement.Document]) is { } pair && IsValue(pair.Statement.Text[pair.Value]))
        {
            return reading.Terms.Count == 0 || coverage >= Half ? [new Binding(pair.Statement, pair.Value, coverage)] : [];
        }

        if (reading.Terms.Count == 0 || coverage < Half || Denies().IsMatch(statement.Text))
        {
            return [];
        }

        if (statement.Kind == StatementKind.KeyValue && place.End.Value <= statement.Key.End.Value)
        {
            return Value(statement.Text, statement.Value) is { } told ? [new Binding(statement, told, coverage)] : [];
        }

        return Sentence(statement, place, coverage).Select(value => new Binding(statement, value, coverage));
    }

    // A pair's value is no sentence in which the value stands.
    private static bool IsValue(string text) => text.Length <= LongestWords * 2 && !Copula().IsMatch(text);

    private double Coverage(Statement statement, Range entity)
    {
        if (reading.Terms.Count == 0)
        {
            return 1;
        }

        var (start, length) = entity.GetOffsetAndLength(statement.Text.Length);
        var terms = TextAnalyzer.Analyze(statement.Text).Where(term => term.Start + term.Length <= start || term.Start >= start + length).Select(term => term.Term)
            .Concat(statement.Headers.SelectMany(header => TextAnalyzer.Analyze(header)).Select(term => term.Term)).ToHashSet(StringComparer.Ordinal);
        var own = Covered(terms);
        if (own >= Complete || statement.Kind == StatementKind.Sentence && !statement.IsListItem)
        {
            return own;
        }

        // Lines of a list and pairs lean on the heading above them.
        terms.UnionWith(Context(statement));
        return Covered(terms);
    }

    private HashSet<string> Context(Statement statement)
    {
        if ((_context.Document, _context.Block) != (statement.Document, statement.Block))
        {
            var document = documents[statement.Document];
            _context = (statement.Document, statement.Block, PassageRanker.Context(document, document.Blocks[statement.Block].Location));
        }

        return _context.Terms;
    }

    private double Covered(HashSet<string> terms)
    {
        var (covered, all) = (0.0, 0.0);
        for (var i = 0; i < reading.Terms.Count; i++)
        {
            var weight = Kinds.Contains(reading.Terms[i]) ? KindWeight : 1;
            covered += weight * (terms.Contains(reading.Terms[i]) ? 1 : _alternatives[i].Any(set => set.All(terms.Contains)) ? 0.8 : 0);
            all += weight;
        }

        return all == 0 ? 1 : covered / all;
    }

    // The cell of the column that is asked for, in a row that has the entity as a cell of its own.
    private IEnumerable<Binding> Cell(Statement row, string entity)
    {
        var own = row.Cells.ToList().FindIndex(cell => Verbatim.Find(row.Text[cell], entity) is { } range && range.End.Value - range.Start.Value >= row.Text[cell].Length - 2);
        if (own < 0)
        {
            yield break;
        }

        var columns = Enumerable.Range(0, row.Cells.Count).Where(i => i != own && row.Text[row.Cells[i]].Length > 0)
            .Select(i => (Column: i, Coverage: i < row.Headers.Count ? Covered([.. TextAnalyzer.Analyze(row.Headers[i]).Select(term => term.Term)]) : 0))
            .OrderByDescending(column => column.Coverage)
            .ToArray();
        if (columns is [var best, ..] && (columns.Length == 1 || best.Coverage > columns[1].Coverage) && (best.Coverage >= Half || (reading.Terms.Count == 0 && columns.Length == 1)))
        {
            yield return new Binding(row, row.Cells[best.Column], best.Coverage);
        }
    }

    private IEnumerable<Range> Sentence(Statement statement, Range entity, double coverage)
    {
        var text = statement.Text;
        if (AnswerSpans.Has(question.Type) && question.Type is not (AnswerType.Identifier or AnswerType.Count))
        {
            var spans = AnswerSpans.Find(text, question).Where(span => span.End <= entity.Start.Value || span.Start >= entity.End.Value).ToArray();
            return spans is [var only] && coverage >= Complete && SaysLittleElse(text, entity, only.Start..only.End, StrayTerms) ? [only.Start..only.End] : [];
        }

        var codes = Codes.Find(text, entity, question.Text);
        if (codes.Count > 0)
        {
            var chosen = Choose(text, codes, entity);
            var stray = coverage >= Complete ? StrayBesideCode : StrayTerms;
            return chosen.All(code => Codes.IsBare(text, code)) && chosen.Any() && SaysLittleElse(text, entity, chosen[0].Start..chosen[^1].End, stray) ? chosen : [];
        }

        return coverage >= Complete && Words(text, entity) is { } words ? [words] : [];
    }

    // A long sentence that also holds the words asked for and a number is seldom about that.
    private bool SaysLittleElse(string text, Range entity, Range value, int most)
    {
        var asked = Asked(text[entity]);
        var (from, to) = (Math.Min(entity.Start.Value, value.Start.Value), Math.Max(entity.End.Value, value.End.Value));
        var (between, around) = (0, 0);
        foreach (var term in TextAnalyzer.Analyze(text).Where(term => !asked.Contains(term.Term) && (term.Start + term.Length <= value.Start.Value || term.Start >= value.End.Value)))
        {
            // Ideographs are counted by pairs, of which each word makes two.
            var weight = QuestionLanguage.IsIdeograph(term.Term[0]) ? 1 : 2;
            between += term.Start >= from && term.Start < to ? weight : 0;
            around += term.Start >= from && term.Start < to ? 0 : weight;
        }

        return between <= 2 * most && between + around <= 4 * most;
    }

    private HashSet<string> Asked(string entity) =>
        [.. reading.Terms, .. TextAnalyzer.Analyze(entity).Select(term => term.Term), .. _alternatives.SelectMany(sets => sets).SelectMany(set => set)];

    // Several numbers in one sentence: those in a row behind the verb are all meant, otherwise the one behind the entity in its clause.
    private static IReadOnlyList<Range> Choose(string text, IReadOnlyList<Range> codes, Range entity)
    {
        if (codes.Count == 1)
        {
            return codes;
        }

        var run = Codes.Enumeration(text, codes);
        if (run.Count == codes.Count)
        {
            return run;
        }

        var clause = Codes.InClause(text, codes, entity);
        if (clause.Count == 1)
        {
            return clause;
        }

        var bound = codes.Where(code => Binds().IsMatch(text.AsSpan(Math.Max(0, code.Start.Value - 30), Math.Min(30, code.Start.Value)).ToString())).ToArray();
        return bound.Length == 1 ? bound : [];
    }

    // "The secret fruit of Gate 7 is mango.", "Mango is the secret fruit of Gate 7.": nothing else stands in such a sentence.
    private Range? Words(string text, Range entity)
    {
        var asked = Asked(text[entity]);
        foreach (Match verb in Copula().Matches(text))
        {
            var (left, right) = (0..verb.Index, (verb.Index + verb.Length)..text.Length);
            var (before, after) = entity.End.Value <= verb.Index ? (left, right) : (right, left);
            if (entity.Start.Value < verb.Index + verb.Length && entity.End.Value > verb.Index)
            {
                continue;
            }

            if (Stray(text[before], asked) <= StrayTerms && Value(text, after) is { } value && !TextAnalyzer.Analyze(text[value]).Any(term => asked.Contains(term.Term)))
            {
                return value;
            }
        }

        return null;
    }

    private static int Stray(string text, HashSet<string> asked) => TextAnalyzer.Analyze(text).Select(term => term.Term).Distinct().Count(term => !asked.Contains(term));

    private static Range? Value(string text, Range part)
    {
        var (start, length) = part.GetOffsetAndLength(text.Length);
        var (from, to) = (start, start + length);
        var lead = ValueLead().Match(text, from, to - from);
        from += lead.Success && lead.Index == from ? lead.Length : 0;
        while (to > from && (char.IsWhiteSpace(text[to - 1]) || text[to - 1] is '.' or '。' or '!' or '！' or '"' or '”' or '」' or '\'' or '’' or ',' or '，' or '*'))
        {
            to--;
        }

        var value = text[from..to];
        return value.Length is > 0 and <= LongestWords && value.Count(char.IsWhiteSpace) < MostWords && !ClauseEnd().IsMatch(value) && value.Any(char.IsLetterOrDigit) ? from..to : null;
    }

    [GeneratedRegex(@"\b(?:(?:is|was|were|has been|had been) )?(?:changed|moved|raised|lowered|set|reset|updated|renamed|reduced|increased|switched|transferred|relocated|revised|amended|passed|rose|fell|grew|dropped|went)(?: \w+ly)?(?: (?:once )?(?:again|back))?(?: from .{1,40}?)? to\b|\b(?:is|are|was|were|equals|reads|remains|became|shall be|will be)\b|[:：=]|改为|变更为|变为|调整为|更新为|升至|降至|涨到|降到|迁至|搬到|移至|移到|改成|更名为|改名为|是|为|等于|乃|叫做?|名为|即", RegexOptions.IgnoreCase)]
    private static partial Regex Copula();

    [GeneratedRegex(@"(?:\b(?:is|are|was|were|equals|reads|remains|became|to|at|as|has|had|got|received|number|code|value|namely|exactly)\b|[:：=]|是|为|等于|乃|叫|即|到|至|得|用)\s*[""“「'‘]?(?:\w+ )?$", RegexOptions.IgnoreCase)]
    private static partial Regex Binds();

    [GeneratedRegex(@"\b(?:is|are|was|were|do|does|did|has|have|had) (?:not|never|no longer)\b|\b(?:isn|aren|wasn|weren|doesn|didn|hasn|haven)['’]t\b|不是|并非|不为|没有|不再是", RegexOptions.IgnoreCase)]
    private static partial Regex Denies();

    [GeneratedRegex(@"\G(?:\s|[""“「'‘:：*]|(?:now|currently|officially|recorded|listed|given|set|fixed|known|written|down|as|at|to|by|simply|called|named|the (?:word|number|value|code|string|phrase|name))\b)+", RegexOptions.IgnoreCase)]
    private static partial Regex ValueLead();

    [GeneratedRegex(@"[;；。？！?!，]|\.\s|,\s(?!(?:and|or)\b)\D|\b(?:which|who|that|because|although|but)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ClauseEnd();
}
