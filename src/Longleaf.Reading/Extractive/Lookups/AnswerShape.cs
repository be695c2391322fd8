using System.Buffers;
using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Lookups;

/// <summary>Which part of a statement answers, and how it is shown.</summary>
internal static partial class AnswerShape
{
    // A sentence up to this long is shown with its value in bold; in a longer one the value is put first.
    private const int ShortSentence = 140;
    private const int LongestTail = 160;

    // Below this share of the question a sentence may be about something else: no value of it is set off.
    private const double SureOverlap = 0.6;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",;，；(（");

    /// <summary>Adds the answer that a statement gives.</summary>
    public static void Write(LineBuilder line, RankedStatement ranked, Question question, Query query)
    {
        switch (ranked.Statement.Kind)
        {
            case StatementKind.KeyValue:
                WriteKeyValue(line, ranked.Statement, question);
                break;
            case StatementKind.TableRow:
                WriteRow(line, ranked.Statement, question, query);
                break;
            default:
                WriteSentence(line, ranked, question, query);
                break;
        }
    }

    /// <summary>The span of a stretch that answers: the one nearest to the question's words.</summary>
    public static AnswerSpan? Pick(Statement statement, Range range, Question question, Query query)
    {
        var (offset, length) = range.GetOffsetAndLength(statement.Text.Length);
        var spans = AnswerSpans.Find(statement.Text.Substring(offset, length), question);
        if (spans.Count == 0)
        {
            return null;
        }

        var terms = TextAnalyzer.Analyze(statement.Text);
        var places = terms.Where(term => query.Known.Contains(term.Term)).ToArray();
        var counted = CountedNoun.Of(question);
        return spans
            .Select(span => span with { Start = span.Start + offset })
            .OrderByDescending(span => question.Type == AnswerType.Count && IsPart(statement.Text, span))
            .ThenByDescending(span => question.Type == AnswerType.Count && (Counts(statement, span, query) || terms.Any(term => term.Term == counted && CountedNoun.Follows(statement.Text, span, term))))
            .ThenByDescending(span => question.Type == AnswerType.Person && statement.Text.AsSpan(span.Start, span.Length).Contains(' '))
            .ThenBy(span => places.Length == 0 ? 0 : places.Average(place => Math.Min(40, Distance(span, place))))
            .First();
    }

    private static int Distance(AnswerSpan span, AnalyzedTerm term) =>
        term.Start >= span.End ? term.Start - span.End : span.Start >= term.Start + term.Length ? span.Start - term.Start - term.Length : 0;

    private static void WriteKeyValue(LineBuilder line, Statement statement, Question question)
    {
        var value = statement.Value;
        var text = statement.Text[value];
        if (question.Type == AnswerType.YesNo || InnerSentence().IsMatch(text) || question.Text.Contains(text.Trim('.', ' '), StringComparison.OrdinalIgnoreCase))
        {
            WriteWhole(line, statement).Stop();
            return;
        }

        line.Quote(statement, value, BoldValue(statement, value, question)).Stop();
    }

    // What names the row: its first cell; where that is a mere number, the cell that the question names.
    private static string Label(Statement statement, Query query)
    {
        var first = statement.Text[statement.Cells[0]];
        return first.Any(char.IsLetter) ? first : statement.Cells.Skip(1).Select(cell => statement.Text[cell]).FirstOrDefault(cell => cell.Any(char.IsLetter) && TextAnalyzer.Analyze(cell).Any(term => query.Known.Contains(term.Term)), first);
    }

    // The quantity or name that a value starts with; a short value whole; of a long one its first clause.
    private static Range BoldValue(Statement statement, Range value, Question question)
    {
        var (start, length) = value.GetOffsetAndLength(statement.Text.Length);
        var text = statement.Text.Substring(start, length);
        var spans = question.Type is AnswerType.Person or AnswerType.Place && length <= 60 ? [] : AnswerSpans.Find(text, question);
        return spans.Count > 0 && spans[0].Start <= 12
            ? (start + spans[0].Start)..(start + spans[0].End)
            : length <= 60 ? value : start..(start + FirstClause(text));
    }

    // A label whose words the question used need not be told back.
    private static bool SaysNothingNew(string label, Question question, Query query)
    {
        var byType = TextAnalyzer.Analyze(string.Join(' ', question.TypeWords)).Select(term => term.Term).ToHashSet(StringComparer.Ordinal);
        return TableCell.IsPlain(label) || TextAnalyzer.Analyze(label).All(term => query.Known.Contains(term.Term) || byType.Contains(term.Term));
    }

    private static void WriteRow(LineBuilder line, Statement statement, Question question, Query query)
    {
        var cell = TableCell.Pick(statement, question, query);
        var label = Label(statement, query);
        if (cell is { } index && index > 0)
        {
            line.Quote(statement, statement.Cells[index], BoldValue(statement, statement.Cells[index], question));
            var header = index < statement.Headers.Count ? statement.Headers[index] : "";
            var parts = ((string[])[label, header]).Where(part => !SaysNothingNew(part, question, query)).Select(Citations.QuotedText.Inert).ToArray();
            line.Frame(parts.Length > 0 ? " – " + string.Join(", ", parts) : "").Stop();
            line.Cite(statement, 0, statement.Text.Length);
            return;
        }

        // No one cell stands out: the row is told, header by header.
        WriteWhole(line, statement);
        line.Stop();
    }

    /// <summary>Adds a statement whole; a row as header and cell by turns.</summary>
    public static LineBuilder WriteWhole(LineBuilder line, Statement statement)
    {
        if (statement.Kind == StatementKind.KeyValue && statement.Text.Contains('|', StringComparison.Ordinal))
        {
            return line.Quote(statement, WithoutColon(statement, statement.Key)).Frame(line.Phrases.Colon).Quote(statement, statement.Value);
        }

        if (statement.Kind != StatementKind.TableRow)
        {
            return line.Quote(statement, ..);
        }

        if (statement.Cells.Where(cell => statement.Text[cell].Length > 0).ToArray() is [var label, var value] && statement.Cells[0].Equals(label) && statement.Text[label].Any(char.IsLetter) && (statement.Headers.Count < 3 || !statement.Headers.All(header => header.Any(char.IsLetter))))
        {
            // Of two cells the first names the second; what stands above a form's column may be another label.
            return line.Quote(statement, WithoutColon(statement, label)).Frame(line.Phrases.Colon).Quote(statement, value);
        }

        for (var i = 0; i < statement.Cells.Count && i < 12; i++)
        {
            var content = statement.Text[statement.Cells[i]];
            if (content.Length > 0)
            {
                line.Frame(i > 0 ? line.Phrases.Join : "");
                line.Frame(i < statement.Headers.Count && statement.Headers[i].Length > 0 ? Citations.QuotedText.Inert(statement.Headers[i]) + line.Phrases.Colon : "");
                line.Quote(statement, statement.Cells[i]);
            }
        }

        return line;
    }

    private static Range WithoutColon(Statement statement, Range label)
    {
        var (start, length) = label.GetOffsetAndLength(statement.Text.Length);
        return start..(start + statement.Text.AsSpan(start, length).TrimEnd(": ：").Length);
    }

    private static void WriteSentence(LineBuilder line, RankedStatement ranked, Question question, Query query)
    {
        var statement = ranked.Statement;
        var span = Pick(statement, .., question, query);
        if (Tail(statement, question, query, span) is { } tail)
        {
            var bold = span is { } value && value.Start >= tail.Start.Value ? value.Start..value.End : Whole(statement, tail);
            line.Quote(statement, tail, bold).Stop();
            return;
        }

        // A name or a bare number is set off only where no other could be meant, and never put first: it may be of something else.
        var only = span is { } sure && ranked.Overlap >= SureOverlap && question.Type switch
        {
            AnswerType.Person or AnswerType.Place => Only(statement, question),
            AnswerType.Count => Only(statement, question) || IsPart(statement.Text, sure) || Counts(statement, sure, query) || (CountedNoun.Of(question) is { } noun && CountedNoun.Counts(statement.Text, noun, question)),
            _ => true,
        };
        if (span is { } first && only && question.Type is not (AnswerType.Count or AnswerType.Person or AnswerType.Place) && statement.Text.Length > ShortSentence)
        {
            var around = SentenceWindow.Around(statement, span, query);
            line.Quote(statement, first.Start..first.End, first.Start..first.End).Frame(around.Start.Value > 0 ? " – … " : " – ").Quote(statement, around);
            _ = around.End.Value < statement.Text.Length ? line.Frame(" …") : line.Stop();
            return;
        }

        var window = SentenceWindow.Around(statement, span, query);
        var setOff = span is { } shown && only ? shown.Start..shown.End : default;
        line.Frame(window.Start.Value > 0 ? "… " : "").Quote(statement, window, setOff);
        _ = window.End.Value < statement.Text.Length ? line.Frame(" …") : line.Stop();
    }

    // "9 of the 26 benchmarks": of the two it is the first that says how many do.
    private static bool IsPart(string text, AnswerSpan span) => PartOf().IsMatch(text.AsSpan(span.End, Math.Min(40, text.Length - span.End)));

    // "nine racing weekends": what is counted follows.
    private static bool Counts(Statement statement, AnswerSpan span, Query query) =>
        TextAnalyzer.Analyze(statement.Text).Any(term => term.Start >= span.End && term.Start <= span.End + 2 && query.Known.Contains(term.Term));

    private static bool Only(Statement statement, Question question) => AnswerSpans.Find(statement.Text, question).Count == 1;

    // "The noise level when spinning is 72 dB(A) at 1,400 rpm.": all before the verb is what was asked, what follows is the answer.
    private static Range? Tail(Statement statement, Question question, Query query, AnswerSpan? span)
    {
        if (question.Type is AnswerType.YesNo or AnswerType.Reason or AnswerType.Manner or AnswerType.List || DefinitionPattern.Of(question) is not null || QuestionQuotes(question, statement))
        {
            return null;
        }

        foreach (Match verb in Copula().Matches(statement.Text))
        {
            var start = verb.Index + verb.Length;
            if (start >= statement.Text.Length - 1 || statement.Text.Length - start > LongestTail || (span is { } value && (value.Start < start || value.Start > start + 12)))
            {
                continue;
            }

            if (span is null && AnswerSpans.Has(question.Type))
            {
                return null;
            }

            var before = statement.Text[..verb.Index];
            var terms = TextAnalyzer.Analyze(before).Select(term => term.Term).Distinct().ToArray();
            var asked = terms.Count(query.Known.Contains);
            var covered = query.Coverage([.. terms], [], hasType: span is not null);
            if (Whole(statement, start..).Equals(default) && (span is not { } found || found.Start > start + 4))
            {
                // Half a sentence reads well when it is a value or starts with one, not when it is a clause.
                continue;
            }

            if (asked > 0 && terms.Length - asked <= (QuestionLanguage.IsIdeograph(before.TrimStart().FirstOrDefault()) ? 2 : 1) && covered > 0.6 && !Condition().IsMatch(before))
            {
                return start..;
            }
        }

        return null;
    }

    private static Range Whole(Statement statement, Range tail)
    {
        var (start, length) = tail.GetOffsetAndLength(statement.Text.Length);
        var text = statement.Text.Substring(start, length).TrimEnd('.', '。', '!', '！', ' ');
        return text.Length <= 60 ? start..(start + text.Length) : default;
    }

    private static bool QuestionQuotes(Question question, Statement statement) =>
        question.Quoted.Any(quoted => statement.Text.Contains(quoted, StringComparison.OrdinalIgnoreCase) && statement.Text.Length < 2 * quoted.Length);

    private static int FirstClause(string text)
    {
        var end = text.AsSpan().IndexOfAny(ClauseEnds);
        return end is > 0 and <= 80 ? end : 0;
    }

    [GeneratedRegex(@"(?:\b(?:is|are|was|were|will be|shall be|must be|amounts? to|totals?|equals?|remains?)(?: (?:set at|equal to|called|named|known as|located (?:in|at)|held (?:on|in|at)|dated|due (?:on|by)|fixed at|limited to))?\s+|\s?[:：=]\s*|(?:分别)?(?:为|是|等于|共计|合计|计)\s*)")]
    private static partial Regex Copula();

    [GeneratedRegex(@"^\s+(?:out )?of (?:the |its |all |our |their |these |those )*(?:[0-9]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred)", RegexOptions.IgnoreCase)]
    private static partial Regex PartOf();

    [GeneratedRegex(@"\b(?:if|when|unless|except|provided|until|before|after|only|not|never|no longer|without)\b|如果|若|除非|除|当.+时|未|不", RegexOptions.IgnoreCase)]
    private static partial Regex Condition();

    [GeneratedRegex(@"[.!?]\s+\p{Lu}|[。！？]\S")]
    private static partial Regex InnerSentence();
}
