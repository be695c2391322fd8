namespace Longleaf.Server.Protocol.Errors;

/// <summary>An error, DashScope-native (contract 3.1).</summary>
internal sealed record NativeErrorBody(string Code, string Message, string RequestId)
{
    public static NativeErrorBody Of(ApiError error, Guid requestId) => new(error.NativeCode, error.NativeMessage, requestId.ToString());
}
