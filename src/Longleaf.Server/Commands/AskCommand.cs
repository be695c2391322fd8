using System.CommandLine;
using Longleaf.Documents;
using Longleaf.Documents.Isolation;
using Longleaf.Reading;
using Longleaf.Reading.Extractive;
using Longleaf.Server.Commands.Progress;

namespace Longleaf.Server.Commands;

/// <summary><c>longleaf ask FILE… "question"</c>: an answer from documents, with no server.</summary>
internal static class AskCommand
{
    public static Command Create()
    {
        var arguments = new Argument<string[]>("FILE… QUESTION")
        {
            Description = "One or more documents, then the question.",
            Arity = new ArgumentArity(2, 101),
        };
        var command = new Command("ask", "Ask a question about documents.") { arguments };
        command.SetAction((result, cancellationToken) => RunAsync(result.GetValue(arguments)!, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var (paths, question) = (arguments[..^1], arguments[^1]);
        if (paths.FirstOrDefault(path => !File.Exists(path)) is { } missing)
        {
            await Console.Error.WriteLineAsync($"There is no file {missing}. The question comes last, in quotes.");
            return 2;
        }

        await using var reader = CommandLineReader.Create();
        var documents = new List<ReadableDocument>();
        foreach (var path in paths)
        {
            if (await ReadAsync(reader, path, cancellationToken) is not { } document)
            {
                return 1;
            }

            documents.Add(document);
        }

        var conversation = new Conversation { Documents = documents, Turns = [new Turn(TurnAuthor.User, question)] };
        await foreach (var answer in new EmbeddedReader().AnswerAsync(conversation, cancellationToken))
        {
            if (answer is AnswerEvent.Delta delta)
            {
                await Console.Out.WriteAsync(delta.Text);
                await Console.Out.FlushAsync(cancellationToken);
            }
        }

        await Console.Out.WriteLineAsync();
        return 0;
    }

    private static async Task<ReadableDocument?> ReadAsync(IsolatedDocumentReader reader, string path, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        ReadableDocument? document;
        DocumentFailure? failure;
        await using (var display = await ProgressDisplay.TryStartAsync())
        {
            (document, failure) = await ReadableDocument.FromEventsAsync(
                name, name, reader.ReadAsync(path, name, CommandLineReader.Owner, cancellationToken), new DocumentProgress(name, display).Show);
        }

        if (failure is not null)
        {
            await Console.Error.WriteLineAsync($"{TerminalText.Of(name)}: {failure.Reason}");
        }

        return document;
    }
}
