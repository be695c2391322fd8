using System.Diagnostics;
using System.Text;
using Longleaf.Reading;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive;

namespace Longleaf.Evaluation.Asking;

/// <summary>Asks the embedded reader as a user would.</summary>
internal static class ReaderClient
{
    /// <summary>The whole answer to a question.</summary>
    public static async Task<GivenAnswer> AskAsync(IReadOnlyList<ReadableDocument> documents, string question, CancellationToken cancellationToken)
    {
        var (text, citations, clock) = (new StringBuilder(), new List<Citation>(), Stopwatch.StartNew());
        var conversation = new Conversation { Documents = documents, Turns = [new Turn(TurnAuthor.User, question)] };
        await foreach (var said in new EmbeddedReader().AnswerAsync(conversation, cancellationToken))
        {
            switch (said)
            {
                case AnswerEvent.Delta delta:
                    text.Append(delta.Text);
                    break;
                case AnswerEvent.Cited cited:
                    citations.Add(cited.Citation);
                    break;
            }
        }

        return new GivenAnswer(text.ToString(), citations, clock.Elapsed);
    }
}
