using System.CommandLine;
using Longleaf.Evaluation;
using Longleaf.Evaluation.OwnDocuments;
using Longleaf.Evaluation.Reports;
using Longleaf.Server.Commands.Evaluation;
using Longleaf.Server.Commands.Progress;

namespace Longleaf.Server.Commands;

/// <summary>
/// <c>longleaf eval SUITE</c>: how well questions are answered, measured on public question sets.
/// <c>longleaf eval FOLDER QUESTIONS.jsonl</c>: the same on documents and questions of one's own.
/// </summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "A folder of documents." }.AcceptExistingOnly();
        var questions = new Argument<FileInfo>("QUESTIONS")
        {
            Description = "Questions about them, one JSON object a line: question; answer, a string, an array of strings any of which is right, or null where the documents do not say; documents, file names, may be left out.",
        }.AcceptExistingOnly();
        var options = new EvalOptions();
        var command = new Command("eval", "Measure how well questions are answered: a suite over public question sets, or a folder of documents with questions of your own.") { folder, questions };
        foreach (var option in options.All)
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => RunAsync(
            options, parsed, (asked, progress) => OwnAsync(parsed.GetValue(folder)!, parsed.GetValue(questions)!, asked.Baseline, progress, cancellationToken), cancellationToken));
        foreach (var suite in EvaluationSuite.All)
        {
            var inner = new Command(suite.Name, suite.Description);
            inner.SetAction((parsed, cancellationToken) => RunAsync(options, parsed, (asked, progress) => suite.RunAsync(asked, progress, cancellationToken), cancellationToken));
            command.Subcommands.Add(inner);
        }

        return command;
    }

    private static async Task<EvaluationReport> OwnAsync(
        DirectoryInfo folder, FileInfo questions, bool baseline, IProgress<EvaluationProgress> progress, CancellationToken cancellationToken)
    {
        var documents = await FolderDocuments.ReadAsync(folder, questions, progress, cancellationToken);
        return await OwnDocumentsEvaluation.RunAsync(documents, questions.FullName, baseline, progress, cancellationToken);
    }

    private static async Task<int> RunAsync(
        EvalOptions options, ParseResult parsed, Func<EvaluationOptions, IProgress<EvaluationProgress>, Task<EvaluationReport>> measure, CancellationToken cancellationToken)
    {
        var progress = new EvalProgress();
        try
        {
            EvaluationReport report;
            try
            {
                report = await measure(options.Read(parsed), progress);
            }
            finally
            {
                // Also before what goes wrong is said.
                progress.Complete();
            }

            await options.Output(parsed).WriteAsync(report, cancellationToken);
            return 0;
        }
        catch (EvaluationException exception)
        {
            await Console.Error.WriteLineAsync(TerminalText.Of(exception.Message));
            return 2;
        }
    }
}
