namespace Longleaf.Server.Protocol;

/// <summary>Which of the two protocols a request speaks.</summary>
internal enum WireProtocol
{
    /// <summary>OpenAI's, as Model Studio serves it.</summary>
    Compatible,

    /// <summary>DashScope's own.</summary>
    Native,
}

/// <summary>Tells the protocol by the path, so that what no endpoint answers is refused in the right envelope as well.</summary>
internal static class WireProtocols
{
    /// <summary>Where the native protocol is served.</summary>
    public const string NativePrefix = "/api/v1";

    public static WireProtocol Protocol(this HttpContext context) =>
        context.Request.Path.StartsWithSegments(NativePrefix, StringComparison.Ordinal) ? WireProtocol.Native : WireProtocol.Compatible;
}
