namespace Longleaf.Server.Protocol.Errors;

/// <summary>An error as a client sees it, in either protocol. Every one there is stands in <see cref="ApiErrors"/>.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The machine-readable code, OpenAI-compatible.</param>
/// <param name="Message">One sentence; safe to show to anyone who may call.</param>
internal sealed record ApiError(int Status, string? Code, string Message)
{
    public const string InvalidRequest = "invalid_request_error";
    public const string InvalidParameter = "InvalidParameter";

    /// <summary>The kind of error; business errors repeat their code here (contract 3.2, patterns).</summary>
    public string Type { get; init; } = InvalidRequest;

    /// <summary>The parameter at fault, if one is.</summary>
    public string? Param { get; init; }

    /// <summary>The code of the DashScope-native protocol (contract 3.2).</summary>
    public string NativeCode { get; init; } = InvalidParameter;

    /// <summary>The sentence of the DashScope-native protocol, where it is another one.</summary>
    public string NativeMessage { get => field ?? Message; init; }

    /// <summary>Seconds after which another try may help.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>Whether the model's layer says it, which adds the completion's <c>id</c> to the body (contract 3.1).</summary>
    public bool IsModelLevel { get; init; }
}
