using System.Text.Json.Serialization;

namespace Longleaf.Server.Protocol.Errors;

/// <summary>The envelope of an error, OpenAI-compatible (contract 3.1).</summary>
internal sealed record ErrorBody(
    ErrorDetail Error,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id,
    string RequestId)
{
    public static ErrorBody Of(ApiError error, Guid requestId) => new(
        new ErrorDetail(error.Message, error.Type, error.Param, error.Code),
        error.IsModelLevel ? $"chatcmpl-{requestId}" : null,
        requestId.ToString());
}

/// <summary>The error inside <see cref="ErrorBody"/>.</summary>
internal sealed record ErrorDetail(string Message, string Type, string? Param, string? Code);
