using System.Runtime.CompilerServices;
using System.Text;
using Longleaf.Reading;
using Longleaf.Reading.Text;

namespace Longleaf.Server.Conversations;

/// <summary>One answer on its way out, held to its request's limits: output tokens, stop texts, time.</summary>
internal sealed class AnswerRun(IReader reader, ChatRequest request, PreparedChat chat)
{
    private readonly StringBuilder _text = new();
    private readonly StopScanner _stop = new(request.Stop);

    // At most so many tokens went out: as counted last, and the UTF-8 bytes since.
    private long _mostTokens;

    public FinishReason FinishReason { get; private set; } = FinishReason.Stop;

    /// <summary>The text that went out so far.</summary>
    public string Text => _text.ToString();

    public int CompletionTokens => TokenCounter.Shared.Count(Text);

    /// <summary>The answer in pieces.</summary>
    /// <param name="deadline">Ends the answer where it is, with <see cref="FinishReason.Length"/>.</param>
    /// <param name="cancellationToken">The client is gone: ends everything.</param>
    public async IAsyncEnumerable<string> PiecesAsync(
        CancellationToken deadline, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        await using var events = reader.AnswerAsync(chat.Conversation, either.Token).GetAsyncEnumerator(CancellationToken.None);
        while (await NextAsync(events, deadline, cancellationToken))
        {
            if (events.Current is not AnswerEvent.Delta delta)
            {
                continue;
            }

            var piece = Take(_stop.Push(delta.Text));
            if (piece.Length > 0)
            {
                yield return piece;
            }

            if (_stop.Stopped || FinishReason == FinishReason.Length)
            {
                yield break;
            }
        }

        if (Take(_stop.Flush()) is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<AnswerEvent> events, CancellationToken deadline, CancellationToken cancellationToken)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            FinishReason = FinishReason.Length;
            return false;
        }
    }

    // What of a piece fits the token limit.
    private string Take(string piece)
    {
        var before = _text.Length;
        _text.Append(piece);

        // A token is at least a byte: the whole is counted again only when the bytes since the last count could pass the limit.
        _mostTokens += Encoding.UTF8.GetByteCount(piece);
        if (_mostTokens > request.MaxTokens)
        {
            _mostTokens = TokenCounter.Shared.Count(Text);
        }

        if (_mostTokens <= request.MaxTokens)
        {
            return piece;
        }

        FinishReason = FinishReason.Length;
        var text = Text;
        var (low, high) = (before, text.Length);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (TokenCounter.Shared.Count(text.AsSpan(0, middle)) <= request.MaxTokens)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        if (low > before && char.IsHighSurrogate(text[low - 1]))
        {
            low--;
        }

        _text.Length = low;
        return text[before..low];
    }
}
