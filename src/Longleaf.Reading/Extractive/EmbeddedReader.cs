using System.Runtime.CompilerServices;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive;

/// <summary>Answers with no model: it selects, aligns and quotes what the documents say, and adds nothing of its own.</summary>
/// <remarks>
/// 1. The question is understood by rules. 2. A route is chosen. 3. Passages are searched and read statement by statement, or
/// a document is read whole. 4. The answer is written in lines, each with the quotes it rests on. Safe for many conversations at once.
/// </remarks>
public sealed class EmbeddedReader : IReader
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<AnswerEvent> AnswerAsync(Conversation conversation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        cancellationToken.ThrowIfCancellationRequested();

        // :: 1 and 2: understand, choose.
        var question = QuestionReader.Read(conversation);
        var log = new ReadingLog(conversation.Documents);
        var plan = AnswerPlan.Of(question, log.Documents, conversation.Mode, conversation.MaxReadTokens);
        plan = conversation.PlanOnly ? plan : plan.Settle?.Invoke(cancellationToken) ?? plan;

        // :: 3 and 4: read, answer line by line as they are found.
        foreach (var line in conversation.PlanOnly ? [] : plan.Lines(cancellationToken))
        {
            foreach (var piece in AnswerPieces.Cut(line.Text))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return new AnswerEvent.Delta(piece);
            }

            foreach (var citation in line.Citations)
            {
                yield return new AnswerEvent.Cited(citation);
            }

            // What waits for the pieces goes on between two lines: reading the next may take a while.
            await Task.Yield();
        }

        yield return new AnswerEvent.Completed(new ReadingCoverage(plan.Mode, plan.Why, 0, log.Coverage(question.Documents)));
    }
}
