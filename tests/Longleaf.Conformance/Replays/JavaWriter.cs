using System.Text.Json.Nodes;
using Longleaf.Conformance.Clients;

namespace Longleaf.Conformance.Replays;

/// <summary>openai-java over OkHttp.</summary>
internal sealed class JavaWriter : SdkWriter
{
    // A random UUID.
    protected override string Boundary => "0d0a9c1e-5b0f-4f3e-8a57-8f6de0a0b9f1";

    protected override bool WritesFileFirst => true;

    protected override IEnumerable<(string Name, string Value)> Headers(
        ApiCall call, HttpShape shape, string host, string key, string? contentType, int length)
    {
        yield return ("User-Agent", "OpenAIClientImpl/Java 4.8.0");
        yield return ("X-Stainless-Arch", "x64");
        yield return ("X-Stainless-Lang", "java");
        yield return ("X-Stainless-OS", "Linux");
        yield return ("X-Stainless-OS-Version", "6.8.0");
        yield return ("X-Stainless-Package-Version", "4.8.0");
        yield return ("X-Stainless-Runtime", "JRE");
        yield return ("X-Stainless-Runtime-Version", "21.0.5");
        yield return ("Authorization", $"Bearer {key}");
        yield return ("X-Stainless-Read-Timeout", "600");
        yield return ("X-Stainless-Timeout", "600");
        yield return ("X-Stainless-Retry-Count", "0");
        yield return ("Accept", call is ApiCall.Download ? "application/binary" : "application/json");
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

    protected override string PartHead(FormPart part) => part.FileName is null
        ? $"Content-Disposition: form-data; name=\"{part.Name}\"\r\nContent-Type: text/plain; charset=utf-8"
        : $"Content-Disposition: form-data; name=\"{part.Name}\"; filename=\"{part.FileName}\"\r\nContent-Type: application/octet-stream";
}
