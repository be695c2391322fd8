using System.Globalization;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Native.Generation;

/// <summary>Numbered events as DashScope frames them: no blank after the colons, the status as a comment (contract 4.1).</summary>
internal sealed class GenerationEvents(HttpResponse response)
{
    private readonly EventStream _events = new(response);
    private int _number;

    /// <summary>Whether anything went out.</summary>
    public bool Started => _events.Started;

    public Task CommentAsync(string comment, CancellationToken cancellationToken) => _events.CommentAsync(comment, cancellationToken);

    public Task ResultAsync(GenerationBody body, CancellationToken cancellationToken) =>
        SendAsync("result", StatusCodes.Status200OK, body, ProtocolJson.Wire.GenerationBody, cancellationToken);

    public Task ErrorAsync(ApiError error, CancellationToken cancellationToken) => SendAsync(
        "error",
        error.Status,
        NativeErrorBody.Of(error, RequestId.Of(response.HttpContext)),
        ProtocolJson.Wire.NativeErrorBody,
        cancellationToken);

    private Task SendAsync<T>(string name, int status, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"id:{++_number}\nevent:{name}\n:HTTP_STATUS/{status}\ndata:");
        return _events.JsonAsync(Encoding.ASCII.GetBytes(head), body, type, cancellationToken);
    }
}
