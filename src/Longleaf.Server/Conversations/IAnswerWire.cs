using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Conversations;

/// <summary>How one protocol puts the answer of one request on the wire.</summary>
internal interface IAnswerWire
{
    /// <summary>A whole answer.</summary>
    IResult Whole(FinishedAnswer answer);

    /// <summary>A stream of the answer's pieces.</summary>
    IAnswerStream Open(HttpResponse response);
}

/// <summary>A streamed answer on its way out; each call sends at once. Not for two callers at the same time.</summary>
internal interface IAnswerStream
{
    /// <summary>Whether anything went out.</summary>
    bool Started { get; }

    /// <summary>Tells the tokens in, before the first piece.</summary>
    void Begin(long promptTokens);

    /// <summary>Sends what clients do not see as a part of the answer.</summary>
    /// <param name="comment">One line.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task CommentAsync(string comment, CancellationToken cancellationToken);

    /// <summary>Sends the next piece.</summary>
    /// <param name="piece">Not empty.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task TextAsync(string piece, CancellationToken cancellationToken);

    /// <summary>Ends the stream.</summary>
    /// <param name="answer">The whole of what was sent.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task EndAsync(FinishedAnswer answer, CancellationToken cancellationToken);

    /// <summary>Refuses, or breaks off: as the protocol answers before the first byte, or after it.</summary>
    /// <param name="error">Why.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task FailAsync(ApiError error, CancellationToken cancellationToken);
}
