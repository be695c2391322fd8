using System.Text.Json.Serialization.Metadata;

namespace Longleaf.Server.Protocol;

/// <summary>Answers a request with JSON as the original does: its content type has no charset, and some clients compare it (contract 0.4 and 12).</summary>
internal static class JsonAnswer
{
    public const string ContentType = "application/json";

    public static IResult Of<T>(T body, JsonTypeInfo<T> type) => Results.Json(body, type, ContentType);
}
