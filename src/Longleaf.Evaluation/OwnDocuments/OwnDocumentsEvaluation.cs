using Longleaf.Evaluation.Asking;
using Longleaf.Evaluation.Reports;
using Longleaf.Evaluation.Scoring;
using Longleaf.Reading;

namespace Longleaf.Evaluation.OwnDocuments;

/// <summary>Measures answers to a user's own questions over the user's own documents.</summary>
public static class OwnDocumentsEvaluation
{
    private const int LongestCell = 120;

    /// <summary>Asks each question and compares.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="questionFile">The questions, JSON Lines: <c>question</c>, <c>answer</c>, <c>documents</c>.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EvaluationException">The file is not of the format, or names a document that is not there.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<EvaluationReport> RunAsync(
        IReadOnlyList<ReadableDocument> documents, string questionFile, IProgress<EvaluationProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(progress);
        var (questions, rows, missed) = (OwnQuestionFile.Read(questionFile), new List<(OwnQuestion Question, string Verdict, GivenAnswer Answer)>(), new List<MissedQuestion>());
        foreach (var question in questions)
        {
            progress.Report(new EvaluationProgress("asking", rows.Count, questions.Count));
            var answer = await ReaderClient.AskAsync(Named(documents, question), question.Text, cancellationToken);
            var verdict = Verdict(question, answer);
            rows.Add((question, verdict, answer));
            if (verdict != "right")
            {
                missed.Add(new MissedQuestion(Path.GetFileName(questionFile), verdict, question.Text, Expected(question), "", answer.Text));
            }
        }

        return new EvaluationReport("own documents", [("documents", $"{documents.Count}"), ("tokens", $"{documents.Sum(document => document.Segment.Tokens):N0}")], [Summary(rows), Each(rows)])
        {
            Missed = missed,
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
        (0, _) => "right",
        (_, AnswerKind.Refused) => "refused",
        (_, AnswerKind.Near) => KnownAnswer.IsIn(answer.Body, question.Answers) ? "hedged" : "refused",
        _ => KnownAnswer.IsIn(answer.Body, question.Answers) ? "right" : "wrong",
    };

    private static string Expected(OwnQuestion question) => question.Answers.Count == 0 ? "(not in the documents)" : string.Join(" | ", question.Answers);

    private static ReportTable Summary(List<(OwnQuestion Question, string Verdict, GivenAnswer Answer)> rows)
    {
        ReportCell Share(string verdict) => ReportCell.Share(rows.Count(row => row.Verdict == verdict), rows.Count);
        return new ReportTable(
            "Your questions",
            ["questions", "right", "hedged", "wrong", "refused", "p50 ms"],
            [[ReportCell.Count(rows.Count), Share("right"), Share("hedged"), Share("wrong"), Share("refused"),
                ReportCell.Milliseconds(rows.Select(row => row.Answer.Elapsed.TotalMilliseconds).Order().ElementAt(rows.Count / 2))]])
        {
            Note = "right: the expected answer is told, or rightly said not to be there; hedged: shown as the nearest only.",
        };
    }

    private static ReportTable Each(List<(OwnQuestion Question, string Verdict, GivenAnswer Answer)> rows) => new(
        "Each question",
        ["verdict", "question", "expected", "answer"],
        [.. rows.Select(row => (IReadOnlyList<ReportCell>)[ReportCell.Of(row.Verdict), Short(row.Question.Text), Short(Expected(row.Question)), Short(row.Answer.Text)])]);

    private static ReportCell Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return ReportCell.Of(line.Length <= LongestCell ? line : string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[LongestCell - 1]) ? LongestCell - 1 : LongestCell), "…"));
    }
}
