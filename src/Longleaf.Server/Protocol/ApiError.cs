namespace Longleaf.Server.Protocol;

/// <summary>An error as a client sees it. Every one there is stands in <see cref="ApiErrors"/>.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The machine-readable code.</param>
/// <param name="Message">One sentence; safe to show to anyone who may call.</param>
internal sealed record ApiError(int Status, string? Code, string Message)
{
    public const string InvalidRequest = "invalid_request_error";

    /// <summary>The kind of error; business errors repeat their code here (contract 3.2, patterns).</summary>
    public string Type { get; init; } = InvalidRequest;

    /// <summary>The parameter at fault, if one is.</summary>
    public string? Param { get; init; }

    /// <summary>Seconds after which another try may help.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>Whether the model's layer says it, which adds the completion's <c>id</c> to the body (contract 3.1).</summary>
    public bool IsModelLevel { get; init; }
}
