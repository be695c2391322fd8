using System.Text;
using Longleaf.Reading.Text;
using Longleaf.Server.Conversations;
using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Native.Generation;

/// <summary>Writes an answer as DashScope's events: each with all of the text so far, or with what is new alone (contract 4.1).</summary>
internal sealed class GenerationStream(HttpResponse response, GenerationWire wire) : IAnswerStream
{
    // An event with all of a long text is sent only when the text has grown by this part of it: else its bytes would grow with the square.
    private const int GrowthShare = 64;

    private readonly GenerationEvents _events = new(response);
    private readonly StringBuilder _text = new();
    private readonly RunningTokenCount _tokens = new();
    private int _sent;
    private long _promptTokens;

    public bool Started => _events.Started;

    public void Begin(long promptTokens) => _promptTokens = promptTokens;

    public Task CommentAsync(string comment, CancellationToken cancellationToken) => _events.CommentAsync(comment, cancellationToken);

    public async Task TextAsync(string piece, CancellationToken cancellationToken)
    {
        _text.Append(piece);
        _tokens.Add(piece);
        if (!wire.IsIncremental && _text.Length - _sent < _sent / GrowthShare)
        {
            return;
        }

        _sent = _text.Length;
        await _events.ResultAsync(wire.Body(wire.IsIncremental ? piece : _text.ToString(), null, _promptTokens, _tokens.Tokens), cancellationToken);
    }

    public Task EndAsync(FinishedAnswer answer, CancellationToken cancellationToken) =>
        _events.ResultAsync(wire.Last(wire.IsIncremental ? "" : answer.Text, answer), cancellationToken);

    public Task FailAsync(ApiError error, CancellationToken cancellationToken) => _events.ErrorAsync(error, cancellationToken);
}
