using System.Runtime.CompilerServices;
using System.Text;
using Longleaf.Reading;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Text;

namespace Longleaf.Server.Conversations;

/// <summary>One answer on its way out, held to its request's limits: output tokens, stop texts, time.</summary>
internal sealed class AnswerRun(IAsyncEnumerable<AnswerEvent> answer, ChatRequest request)
{
    private readonly StringBuilder _text = new();
    private readonly StopScanner _stop = new(request.Stop);
    private readonly List<Citation> _citations = [];

    // An answer of the most tokens that leans on more places than this is none that anybody checks; bounds the list.
    private const int MostCitations = 1_000;

    // At most so many tokens went out: as counted last, and the UTF-8 bytes since.
    private long _mostTokens;

    public FinishReason FinishReason { get; private set; } = FinishReason.Stop;

    /// <summary>The text that went out so far.</summary>
    public string Text => _text.ToString();

    /// <summary>The places that what went out rests on, each once.</summary>
    public IReadOnlyList<Citation> Citations => _citations;

    /// <summary>What was read for it; <see langword="null"/> if it was cut before that was said.</summary>
    public ReadingCoverage? Coverage { get; private set; }

    public int CompletionTokens => TokenCounter.Shared.Count(Text);

    /// <summary>The answer in pieces.</summary>
    /// <param name="deadline">Ends the answer where it is, with <see cref="FinishReason.Length"/>.</param>
    /// <param name="cancellationToken">The client is gone: ends everything.</param>
    public async IAsyncEnumerable<string> PiecesAsync(
        CancellationToken deadline, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        await using var events = answer.GetAsyncEnumerator(either.Token);
        while (await NextAsync(events, deadline, cancellationToken))
        {
            if (events.Current is not AnswerEvent.Delta delta)
            {
                Note(events.Current);
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

    private void Note(AnswerEvent said)
    {
        switch (said)
        {
            case AnswerEvent.Cited(var citation) when _citations.Count < MostCitations && !_citations.Contains(citation):
                _citations.Add(citation);
                break;
            case AnswerEvent.Completed(var coverage):
                Coverage = coverage;
                break;
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
