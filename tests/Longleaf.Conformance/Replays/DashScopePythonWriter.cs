using System.Globalization;
using System.Text.Json.Nodes;
using Longleaf.Conformance.Clients;

namespace Longleaf.Conformance.Replays;

/// <summary>dashscope for Python over requests and urllib3.</summary>
internal sealed class DashScopePythonWriter : SdkWriter
{
    protected override string Boundary => "5c2e7a1b9d3f4e6880a1b2c3d4e5f607";

    protected override string JsonType => "application/json; charset=utf-8";

    protected override IEnumerable<(string Name, string Value)> Headers(
        ApiCall call, HttpShape shape, string host, string key, string? contentType, int length)
    {
        var isStream = call is ApiCall.Generate { IsStream: true };
        yield return ("Host", host);
        yield return ("user-agent", "dashscope/1.26.2; python/3.12.3; platform/Linux-6.8.0-x86_64-with-glibc2.39; processor/x86_64");
        yield return ("Accept-Encoding", "gzip, deflate");
        yield return ("Accept", isStream ? "text/event-stream" : "application/json; charset=utf-8");
        yield return ("Connection", "keep-alive");
        yield return ("Authorization", $"Bearer {key}");
        if (contentType is not null)
        {
            yield return ("Content-Type", contentType);
        }

        if (isStream)
        {
            yield return ("X-Accel-Buffering", "no");
            yield return ("X-DashScope-SSE", "enable");
        }

        foreach (var header in shape.Headers)
        {
            yield return header;
        }

        if (contentType is not null)
        {
            yield return ("Content-Length", length.ToString(CultureInfo.InvariantCulture));
        }
    }

    // It writes the input after everything else.
    protected override string Json(JsonObject body) => JsonText.Spaced(new JsonObject(
        body.OrderBy(member => member.Key == "input").Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))));

    protected override string PartHead(FormPart part) => part.FileName is null
        ? $"Content-Disposition: form-data; name=\"{part.Name}\""
        : $"Content-Disposition: form-data; name=\"{part.Name}\"; filename=\"{part.FileName}\"";
}
