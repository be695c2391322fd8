using System.Text.RegularExpressions;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Lookups;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Extractive.Summaries.Stories;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Summaries;

/// <summary>Summarises one whole document.</summary>
internal static partial class DocumentSummary
{
    private const int Sentences = 4;
    private const int MaxTitles = 12;
    private const int MaxFacts = 8;

    // Of many documents each gets little room.
    private const int Some = 2;
    private const int Several = 6;
    private const int Many = 20;

    /// <summary>The lines, without a break before the first.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="documents">The conversation's documents.</param>
    /// <param name="position">Which of them.</param>
    /// <param name="among">How many documents are summarised.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static IReadOnlyList<AnswerLine> Of(Question question, IReadOnlyList<ReadableDocument> documents, int position, int among, CancellationToken cancellationToken)
    {
        var (phrases, document, form) = (Phrases.In(question.Language), documents[position], question.Form);
        var about = RouteRules.AsksWhatItIs(question.Text);
        var count = form.SentencesFor(among > Many ? 1 : among > Several ? 2 : among > Some || about ? 3 : Sentences);
        var outline = DocumentOutline.Read(document, cancellationToken);
        var candidates = SummaryCandidates.Read(document, position, .., cancellationToken);
        var line = new LineBuilder(documents, question.Language);
        line.Frame(among > 1 ? $"**{QuotedText.FileName(document.Name)}**{phrases.Colon}" : Title(document, outline));
        if (candidates.IsStory)
        {
            return StorySummary.Lines(line, question, document, candidates, among, cancellationToken);
        }

        var chosen = SentenceSelection.Choose(document, candidates, count, form.WordsFor(int.MaxValue / 8), about ? SummaryFocus.About : SummaryFocus.Whole, cancellationToken);
        if (chosen.Count == 0)
        {
            return [TableOnly(line, document, position, phrases)];
        }

        Write(line, chosen, form, isFresh: among == 1);
        List<AnswerLine> lines = [(among > 1 ? line : line.Frame(phrases.Source, QuotedText.FileName(document.Name))).ToLine()];
        var titles = DocumentTitle.Sections(outline, DocumentTitle.Of(document, outline));
        if (among <= 3 && titles.Length > 1 && form is { IsMeasured: false, Scale: >= 1 })
        {
            lines.Add(new AnswerLine("\n\n" + phrases.Sections + SummaryAnswer.Titles(titles, phrases, MaxTitles), []));
        }

        return lines;
    }

    /// <summary>Writes sentences as running text, or as a list where that is wanted.</summary>
    /// <param name="line">The line.</param>
    /// <param name="chosen">The sentences.</param>
    /// <param name="form">The form asked for.</param>
    /// <param name="isFresh">Whether nothing stands before them on their line.</param>
    public static void Write(LineBuilder line, IReadOnlyList<Statement> chosen, SummaryForm form, bool isFresh)
    {
        for (var i = 0; i < chosen.Count; i++)
        {
            var bullet = i == 0 && isFresh ? "- " : "\n- ";
            line.Frame(form.Bullets ? bullet : i > 0 && !QuestionLanguage.IsIdeograph(chosen[i].Text[0]) ? " " : "").Quote(chosen[i], WithoutNotes(chosen[i].Text)).Stop();
        }
    }

    // Marks of notes ("[39]") lead nowhere in an answer.
    private static Range WithoutNotes(string text)
    {
        var (lead, tail) = (NotesBefore().Match(text).Length, NotesBehind().Match(text));
        return tail.Success && tail.Index > lead ? lead..tail.Index : lead..text.Length;
    }

    [GeneratedRegex(@"^(?:\[[0-9a-z]{1,3}\]\s*)+")]
    private static partial Regex NotesBefore();

    [GeneratedRegex(@"(?:\[[0-9a-z]{1,3}\]\s*)+$", RegexOptions.RightToLeft)]
    private static partial Regex NotesBehind();

    private static string Title(ReadableDocument document, IReadOnlyList<OutlineEntry> outline)
    {
        var title = DocumentTitle.Of(document, outline);
        return title.Trim().Length == 0 ? "" : $"**{QuotedText.Inert(title)}**\n\n";
    }

    private static AnswerLine Rows(LineBuilder line, Statement[] rows, Phrases phrases)
    {
        if (rows.Length == 0)
        {
            return line.Frame(phrases.Empty).ToLine();
        }

        for (var i = 0; i < rows.Length && i < MaxFacts; i++)
        {
            line.Frame(i > 0 ? "\n- " : "- ");
            AnswerShape.WriteWhole(line, rows[i]).Stop();
        }

        return line.ToLine();
    }

    private static AnswerLine TableOnly(LineBuilder line, ReadableDocument document, int position, Phrases phrases)
    {
        var rows = StatementReader.Read(document, position, 0, Math.Min(document.Text.Bytes, 64_000)).Where(statement => statement.Kind != StatementKind.Heading && !PageNumber().IsMatch(statement.Text)).ToArray();
        if (rows is [{ Headers: [_, ..] headers }, ..])
        {
            return line.Frame(phrases.Columns, string.Join(", ", headers.Where(header => header.Length > 0).Take(30).Select(QuotedText.Inert))).Stop().ToLine();
        }

        return Rows(line, rows, phrases);
    }

    [GeneratedRegex(@"^\W*(?:page )?[0-9]{1,5}(?: (?:of|/) [0-9]{1,5})?\W*$|^第\s*[0-9]+\s*页", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
