using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Longleaf.Conformance.Clients;

namespace Longleaf.Conformance.Replays;

/// <summary>
/// Writes requests as an SDK that cannot be installed here writes them: its headers in its order, its form, its JSON. Taken from the
/// sources of the SDK and of the HTTP library under it.
/// </summary>
internal abstract class SdkWriter
{
    /// <summary>The request of a call.</summary>
    public byte[] Write(ApiCall call, string host, string key)
    {
        var shape = HttpShape.Of(call);
        var (contentType, body) = call switch
        {
            ApiCall.Upload upload => Form([.. Parts(upload)]),
            ApiCall.NativeUpload upload => Form(
                [new FormPart("descriptions", null, Encoding.UTF8.GetBytes(upload.Description)), new FormPart("files", upload.FileName, upload.Content)]),
            _ when HttpShape.JsonOf(call, Json) is { } json => (JsonType, Encoding.UTF8.GetBytes(json)),
            _ => (null, []),
        };
        var request = new StringBuilder($"{shape.Method} {shape.Target} HTTP/1.1\r\n");
        foreach (var (name, value) in Headers(call, shape, host, key, contentType, body.Length))
        {
            request.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return [.. Encoding.UTF8.GetBytes(request.Append("\r\n").ToString()), .. body];
    }

    /// <summary>The content type of its JSON.</summary>
    protected virtual string JsonType => "application/json";

    /// <summary>Whether the file of a form stands before its fields.</summary>
    protected virtual bool WritesFileFirst => false;

    /// <summary>The headers of a request, those of the call among them.</summary>
    protected abstract IEnumerable<(string Name, string Value)> Headers(
        ApiCall call, HttpShape shape, string host, string key, string? contentType, int length);

    /// <summary>A body as its JSON library writes it.</summary>
    protected abstract string Json(JsonObject body);

    /// <summary>The border of its forms.</summary>
    protected abstract string Boundary { get; }

    /// <summary>The headers of a form's part as its HTTP library writes them.</summary>
    protected abstract string PartHead(FormPart part);

    /// <summary>What OkHttp adds to every request, in its order.</summary>
    protected static IEnumerable<(string Name, string Value)> OkHttp(string host, string? contentType, int length)
    {
        if (contentType is not null)
        {
            yield return ("Content-Type", contentType);
            yield return ("Content-Length", length.ToString(CultureInfo.InvariantCulture));
        }

        yield return ("Host", host);
        yield return ("Connection", "Keep-Alive");
        yield return ("Accept-Encoding", "gzip");
    }

    private (string? ContentType, byte[] Body) Form(IReadOnlyList<FormPart> parts)
    {
        using var body = new MemoryStream();
        foreach (var part in parts)
        {
            body.Write(Encoding.UTF8.GetBytes($"--{Boundary}\r\n{PartHead(part)}\r\n\r\n"));
            body.Write(part.Content);
            body.Write("\r\n"u8);
        }

        body.Write(Encoding.UTF8.GetBytes($"--{Boundary}--\r\n"));
        return ($"multipart/form-data; boundary={Boundary}", body.ToArray());
    }

    private IEnumerable<FormPart> Parts(ApiCall.Upload upload)
    {
        var file = new FormPart("file", upload.FileName, upload.Content);
        if (upload.Purpose is not { } purpose)
        {
            return [file];
        }

        var field = new FormPart("purpose", null, Encoding.UTF8.GetBytes(purpose));
        return WritesFileFirst ? [file, field] : [field, file];
    }
}
