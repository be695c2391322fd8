using System.Runtime.CompilerServices;
using Longleaf.Reading;
using Longleaf.Server.Conversations;

namespace Longleaf.Server.Tests.Conversations;

public sealed class AnswerRunTests
{
    [Fact]
    public async Task At_the_deadline_what_was_said_stands_with_length()
    {
        var (run, text) = await RunAsync(new SlowReader("one ", "two "), new CancellationTokenSource(TimeSpan.FromMilliseconds(200)).Token);

        Assert.Equal("one two ", text);
        Assert.Equal(FinishReason.Length, run.FinishReason);
    }

    [Fact]
    public async Task A_client_that_is_gone_ends_it_with_a_cancellation()
    {
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var run = new AnswerRun(Answer(new SlowReader("one ")), Request(ChatRequest.MaxOutputTokens));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in run.PiecesAsync(CancellationToken.None, gone.Token))
            {
                // Until it is gone.
            }
        });
    }

    [Fact]
    public async Task Past_the_token_limit_nothing_more_goes_out()
    {
        var (run, text) = await RunAsync(new SlowReader("灯塔建于一八四四年", "，高四十八米。"), CancellationToken.None, maxTokens: 6);

        Assert.Equal(FinishReason.Length, run.FinishReason);
        Assert.InRange(run.CompletionTokens, 1, 6);
        Assert.StartsWith(text, "灯塔建于一八四四年，高四十八米。", StringComparison.Ordinal);
    }

    private static async Task<(AnswerRun Run, string Text)> RunAsync(IReader reader, CancellationToken deadline, int maxTokens = ChatRequest.MaxOutputTokens)
    {
        var run = new AnswerRun(Answer(reader), Request(maxTokens));
        var text = "";
        await foreach (var piece in run.PiecesAsync(deadline, CancellationToken.None))
        {
            text += piece;
        }

        Assert.Equal(text, run.Text);
        return (run, text);
    }

    private static ChatRequest Request(int maxTokens) => new() { Model = "qwen-long", Messages = [], MaxTokens = maxTokens };

    private static IAsyncEnumerable<AnswerEvent> Answer(IReader reader) =>
        reader.AnswerAsync(new Conversation { Documents = [], Turns = [] }, CancellationToken.None);

    /// <summary>Says its pieces and then never ends by itself.</summary>
    private sealed class SlowReader(params string[] pieces) : IReader
    {
        public async IAsyncEnumerable<AnswerEvent> AnswerAsync(Conversation conversation, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (var piece in pieces)
            {
                yield return new AnswerEvent.Delta(piece);
            }

            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }
}
