using System.Text;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive;

namespace Longleaf.Reading.Tests.Extractive;

/// <summary>Asks the embedded reader, as a client would.</summary>
internal static class Asking
{
    public static async Task<Answer> AskAsync(IReadOnlyList<ReadableDocument> documents, string question, string? role = null, params Turn[] before)
    {
        var conversation = new Conversation { Role = role, Documents = documents, Turns = [.. before, new Turn(TurnAuthor.User, question)] };
        var (text, citations, completed) = (new StringBuilder(), new List<Citation>(), new List<AnswerEvent.Completed>());
        await foreach (var said in new EmbeddedReader().AnswerAsync(conversation, TestContext.Current.CancellationToken))
        {
            Assert.Empty(completed);
            switch (said)
            {
                case AnswerEvent.Delta delta:
                    Assert.NotEmpty(delta.Text);
                    text.Append(delta.Text);
                    break;
                case AnswerEvent.Cited cited:
                    citations.Add(cited.Citation);
                    break;
                case AnswerEvent.Completed end:
                    completed.Add(end);
                    break;
            }
        }

        var done = Assert.Single(completed);
        CheckCitations(documents, citations);
        return new Answer(text.ToString(), citations, done);
    }

    private static void CheckCitations(IReadOnlyList<ReadableDocument> documents, List<Citation> citations)
    {
        foreach (var citation in citations)
        {
            var document = Assert.Single(documents, document => document.Id == citation.DocumentId);
            var runes = document.Text.Read(0, (int)document.Text.Bytes).EnumerateRunes().Skip((int)citation.Start).Take((int)(citation.End - citation.Start));
            Assert.Equal(citation.Quote, string.Concat(runes));
            Assert.InRange(citation.Start, citation.Location.Start, citation.Location.Start + citation.Location.Length);
        }
    }

    internal sealed record Answer(string Text, IReadOnlyList<Citation> Citations, AnswerEvent.Completed Completed);
}
