using System.Globalization;
using System.Text.Json.Nodes;
using Longleaf.Conformance.Clients;

namespace Longleaf.Conformance.Replays;

/// <summary>dashscope for Java over OkHttp and its event source.</summary>
internal sealed class DashScopeJavaWriter : SdkWriter
{
    protected override string Boundary => "7f8f6a52-0a8c-4b39-9d4e-3f2f5a1c6b7d";

    protected override string JsonType => "application/json; charset=utf-8";

    protected override IEnumerable<(string Name, string Value)> Headers(
        ApiCall call, HttpShape shape, string host, string key, string? contentType, int length)
    {
        yield return ("Authorization", $"Bearer {key}");
        yield return ("user-agent", "dashscope/2.22.1; java/21.0.5; platform/Linux; processor/amd64");
        yield return ("x-dashscope-sdk-client", "java-sdk");
        yield return ("x-dashscope-sdk-version", "2.22.1");
        yield return ("x-dashscope-sdk-session-id", "c2d1f4d0-62b8-4a6e-9f0b-0a8d7f0e4b11");
        if (call is ApiCall.Generate { IsStream: true })
        {
            yield return ("Cache-Control", "no-cache");
            yield return ("Accept", "text/event-stream");
            yield return ("X-Accel-Buffering", "no");
            yield return ("X-DashScope-SSE", "enable");
        }
        else
        {
            yield return ("Accept", "application/json; charset=utf-8");
        }

        foreach (var header in shape.Headers)
        {
            yield return header;
        }

        foreach (var header in OkHttp(host, contentType, length))
        {
            yield return header;
        }
    }

    protected override string Json(JsonObject body) => JsonText.Compact(body);

    // OkHttp's own form: the length of each part is among its headers.
    protected override string PartHead(FormPart part) => (part.FileName is null
        ? $"Content-Disposition: form-data; name=\"{part.Name}\"\r\n"
        : $"Content-Disposition: form-data; name=\"{part.Name}\"; filename=\"{part.FileName}\"\r\nContent-Type: application/octet-stream\r\n")
        + $"Content-Length: {part.Content.Length.ToString(CultureInfo.InvariantCulture)}";
}
