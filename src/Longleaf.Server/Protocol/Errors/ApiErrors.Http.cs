namespace Longleaf.Server.Protocol.Errors;

/// <summary>What is no HTTP request that the server takes: refused before any endpoint, and so any protocol, is known.</summary>
internal static partial class ApiErrors
{
    [SeenWhen("the request's line or headers are malformed")]
    public static ApiError NotHttp { get; } = new(400, InvalidParameterCode, "The request is not valid HTTP.");

    [SeenWhen("the request's head did not arrive within 30 seconds")]
    public static ApiError TooSlow { get; } =
        new(408, "RequestTimeOut", "The request did not arrive in time, please try again.") { Type = "RequestTimeOut", NativeCode = "RequestTimeOut" };

    [SeenWhen("the path and query have more than 8 KB")]
    public static ApiError PathTooLong { get; } = new(414, InvalidParameterCode, "The request's path and query are too long.");

    [SeenWhen("there are more than 100 headers, or more than 32 KB of them")]
    public static ApiError HeadersTooLarge { get; } = new(431, InvalidParameterCode, "The request has too many headers, or too long ones.");

    [SeenWhen("the request is of another version of HTTP")]
    public static ApiError VersionNotServed { get; } = new(505, InvalidParameterCode, "Only HTTP/1.1 and HTTP/1.0 are served here.");
}
