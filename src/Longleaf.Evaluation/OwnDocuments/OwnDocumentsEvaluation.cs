using System.Globalization;
using Longleaf.Evaluation.Asking;
using Longleaf.Evaluation.Reports;
using Longleaf.Evaluation.Scoring;
using Longleaf.Reading;

namespace Longleaf.Evaluation.OwnDocuments;

/// <summary>Measures answers to a user's own questions over the user's own documents.</summary>
public static class OwnDocumentsEvaluation
{
    private const int LongestCell = 120;
    private const string Right = "right";

    /// <summary>Asks each question and compares.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="questionFile">The questions, JSON Lines: <c>question</c>, <c>answer</c>, <c>documents</c>.</param>
    /// <param name="baseline">Whether a plain BM25 is asked too.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EvaluationException">The file is not of the format, or names a document that is not there.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<EvaluationReport> RunAsync(
        IReadOnlyList<ReadableDocument> documents, string questionFile, bool baseline, IProgress<EvaluationProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(progress);
        var (questions, results, peer) = (OwnQuestionFile.Read(questionFile), new List<OwnResult>(), new OwnPeer());
        foreach (var question in questions)
        {
            progress.Report(new EvaluationProgress("asking", results.Count, questions.Count));
            var named = Named(documents, question);
            var answer = await ReaderClient.AskAsync(named, question.Text, cancellationToken);
            results.Add(new OwnResult(question, Verdict(question, answer), answer, baseline && peer.IsRight(named, question, cancellationToken)));
        }

        return new EvaluationReport(
            "own documents",
            [("documents", $"{documents.Count}"), ("tokens", string.Create(CultureInfo.InvariantCulture, $"{documents.Sum(document => document.Segment.Tokens):N0}"))],
            [Summary(results, baseline), Each(results)])
        {
            Missed = [.. results.Where(result => result.Verdict != Right).Select(result =>
                new MissedQuestion(Path.GetFileName(questionFile), result.Verdict, result.Question.Text, Expected(result.Question), "", result.Answer.Text))],
        };
    }

    private static IReadOnlyList<ReadableDocument> Named(IReadOnlyList<ReadableDocument> documents, OwnQuestion question)
    {
        if (question.Documents.FirstOrDefault(name => documents.All(document => document.Name != name)) is { } missing)
        {
            throw new EvaluationException($"There is no document {missing}, which \"{question.Text}\" is to be put to.");
        }

        return question.Documents.Count == 0 ? documents : [.. documents.Where(document => question.Documents.Contains(document.Name))];
    }

    private static string Verdict(OwnQuestion question, GivenAnswer answer) => (question.Answers.Count, answer.Kind) switch
    {
        (0, AnswerKind.Told) => "wrong",
        (0, _) => Right,
        (_, AnswerKind.Refused) => "refused",
        (_, AnswerKind.Near) => KnownAnswer.IsIn(answer.Body, question.Answers) ? "hedged" : "refused",
        _ => KnownAnswer.IsIn(answer.Body, question.Answers) ? Right : "wrong",
    };

    private static string Expected(OwnQuestion question) => question.Answers.Count == 0 ? "(not in the documents)" : string.Join(" | ", question.Answers);

    private static ReportTable Summary(List<OwnResult> results, bool baseline)
    {
        ReportCell Share(string verdict) => ReportCell.Share(results.Count(result => result.Verdict == verdict), results.Count);
        return new ReportTable(
            "Your questions",
            ["questions", "right", "hedged", "wrong", "refused", "p50 ms", .. baseline ? (string[])["plain right"] : []],
            [[ReportCell.Count(results.Count), Share(Right), Share("hedged"), Share("wrong"), Share("refused"),
                ReportCell.Median(results.Select(result => result.Answer.Elapsed.TotalMilliseconds)),
                .. baseline ? (ReportCell[])[ReportCell.Share(results.Count(result => result.IsPlainRight), results.Count)] : []]])
        {
            Note = "right: the expected answer is told, or rightly said not to be there; hedged: shown as the nearest only."
                + (baseline ? " plain right: it is in the first sentence that a plain BM25 finds." : ""),
        };
    }

    private static ReportTable Each(List<OwnResult> results) => new(
        "Each question",
        ["verdict", "question", "expected", "answer"],
        [.. results.Select(result => (IReadOnlyList<ReportCell>)[ReportCell.Of(result.Verdict), Short(result.Question.Text), Short(Expected(result.Question)), Short(result.Answer.Text)])]);

    // Line breaks and what else steers a terminal is no part of a cell.
    private static ReportCell Short(string text)
    {
        var line = string.Concat(text.Select(unit => char.IsControl(unit) ? ' ' : unit));
        return ReportCell.Of(line.Length <= LongestCell ? line : string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[LongestCell - 1]) ? LongestCell - 1 : LongestCell), "…"));
    }
}
