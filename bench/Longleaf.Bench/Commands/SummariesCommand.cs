using System.CommandLine;
using System.Diagnostics;
using System.Text;
using Longleaf.Documents;
using Longleaf.Evaluation.Data;
using Longleaf.Reading;
using Longleaf.Reading.Extractive;

namespace Longleaf.Bench.Commands;

/// <summary><c>summaries</c>: how long a summary of one long document takes, and one of a whole haystack.</summary>
internal static class SummariesCommand
{
    private const int Runs = 7;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var haystack = new Option<string>("--haystack") { Description = "Which haystack.", DefaultValueFactory = _ => "haystack-en" };
        var question = new Option<string>("--question") { Description = "What is asked.", DefaultValueFactory = _ => "Summarize this." };
        var show = new Option<bool>("--show") { Description = "Print the answers." };
        var command = new Command("summaries", "Time of a summary of the document nearest 500,000 tokens, and of all documents of a haystack; indexing is not counted.") { haystack, question, show };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await RunAsync(parsed.GetValue(haystack)!, parsed.GetValue(question)!, parsed.GetValue(show), cancellationToken);
            return 0;
        });
        return command;
    }

    private static async Task RunAsync(string haystack, string question, bool show, CancellationToken cancellationToken)
    {
        ReadableDocument[] documents =
        [
            .. BenchData.Haystack(haystack).Select(entry => ReadableDocument.FromBlocks(entry.Name, entry.Name, new DocumentInfo { Format = Documents.DocumentFormat.PlainText }, PlainTextBlocks.Of(entry.Text))),
        ];
        var one = documents.MinBy(document => Math.Abs(document.Segment.Tokens - 500_000))!;
        foreach (var (label, asked) in ((string, ReadableDocument[])[])[(one.Name, [one]), ("all", documents)])
        {
            var (times, firsts, answer) = (new List<TimeSpan>(), new List<TimeSpan>(), "");
            for (var run = 0; run < Runs; run++)
            {
                (answer, var first, var whole) = await AskAsync(asked, question, cancellationToken);
                times.Add(whole);
                firsts.Add(first);
            }

            Console.WriteLine($"{label}: {asked.Length} documents, {asked.Sum(document => document.Segment.Tokens):N0} tokens: cold {times[0].TotalMilliseconds:0} ms; then whole answer {Median.Of(times[1..]).TotalMilliseconds:0} ms, first piece {Median.Of(firsts[1..]).TotalMilliseconds:0} ms");
            Console.WriteLine(show ? answer + "\n" : "");
        }
    }

    private static async Task<(string Answer, TimeSpan First, TimeSpan Whole)> AskAsync(ReadableDocument[] documents, string question, CancellationToken cancellationToken)
    {
        var (text, first, clock) = (new StringBuilder(), TimeSpan.Zero, Stopwatch.StartNew());
        await foreach (var said in new EmbeddedReader().AnswerAsync(new Conversation { Documents = documents, Turns = [new Turn(TurnAuthor.User, question)] }, cancellationToken))
        {
            first = first == TimeSpan.Zero ? clock.Elapsed : first;
            text.Append(said is AnswerEvent.Delta delta ? delta.Text : "");
        }

        return (text.ToString(), first, clock.Elapsed);
    }
}
