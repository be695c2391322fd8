using System.Globalization;
using System.Text.Json.Nodes;
using Longleaf.Conformance.Clients;

namespace Longleaf.Conformance.Replays;

/// <summary>openai-python over httpx.</summary>
internal sealed class PythonWriter : SdkWriter
{
    // httpx: 16 random bytes in hex.
    protected override string Boundary => "2b1d1a6f0c9e4f57b7c5d7a8f1e0c3d4";

    // The parameters of completions.create in the order in which it gathers them: what the caller passed as extra_body follows.
    private static readonly string[] Order =
    [
        "messages", "model", "frequency_penalty", "logit_bias", "logprobs", "max_completion_tokens", "max_tokens", "metadata", "n",
        "presence_penalty", "response_format", "seed", "stop", "store", "stream", "stream_options", "temperature", "tool_choice", "tools",
        "top_logprobs", "top_p", "user",
    ];

    protected override IEnumerable<(string Name, string Value)> Headers(
        ApiCall call, HttpShape shape, string host, string key, string? contentType, int length)
    {
        yield return ("Host", host);
        yield return ("Accept-Encoding", "gzip, deflate");
        yield return ("Connection", "keep-alive");
        yield return ("Accept", call is ApiCall.Download ? "application/binary" : "application/json");
        if (call is not ApiCall.Upload)
        {
            yield return ("Content-Type", "application/json");
        }

        yield return ("User-Agent", "OpenAI/Python 2.8.1");
        yield return ("X-Stainless-Lang", "python");
        yield return ("X-Stainless-Package-Version", "2.8.1");
        yield return ("X-Stainless-OS", "Linux");
        yield return ("X-Stainless-Arch", "x64");
        yield return ("X-Stainless-Runtime", "CPython");
        yield return ("X-Stainless-Runtime-Version", "3.12.3");
        yield return ("Authorization", $"Bearer {key}");
        yield return ("X-Stainless-Async", "false");
        yield return ("x-stainless-retry-count", "0");
        yield return ("x-stainless-read-timeout", "600");
        foreach (var header in shape.Headers)
        {
            yield return header;
        }

        if (contentType is not null)
        {
            yield return ("Content-Length", length.ToString(CultureInfo.InvariantCulture));
            if (call is ApiCall.Upload)
            {
                yield return ("Content-Type", contentType);
            }
        }
    }

    protected override string Json(JsonObject body) => JsonText.Compact(new JsonObject(
        body.OrderBy(member => Array.IndexOf(Order, member.Key) is >= 0 and var place ? place : Order.Length)
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))));

    protected override string PartHead(FormPart part) => part.FileName is null
        ? $"Content-Disposition: form-data; name=\"{part.Name}\""
        : $"Content-Disposition: form-data; name=\"{part.Name}\"; filename=\"{Escape(part.FileName)}\"\r\nContent-Type: {Guess(part.FileName)}";

    // As browsers do: percent signs for what would end the name.
    private static string Escape(string name) => name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "%22", StringComparison.Ordinal);

    // mimetypes.guess_type.
    private static string Guess(string name) => Path.GetExtension(name) switch
    {
        ".txt" => "text/plain",
        ".pdf" => "application/pdf",
        ".csv" => "text/csv",
        ".json" => "application/json",
        ".md" => "text/markdown",
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/octet-stream",
    };
}
