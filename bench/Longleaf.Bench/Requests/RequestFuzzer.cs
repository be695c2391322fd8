using System.IO.Compression;
using System.Text;

namespace Longleaf.Bench.Requests;

/// <summary>Requests that no client means, for every endpoint of both protocols. The same number, the same request.</summary>
internal sealed class RequestFuzzer
{
    private const string Chat = "/compatible-mode/v1/chat/completions";
    private const string Generation = "/api/v1/services/aigc/text-generation/generation";
    private const int Megabyte = 1 << 20;

    private readonly Random _random;
    private readonly RequestTarget _target;
    private readonly JsonFuzzer _json;
    private readonly FormFuzzer _form;
    private readonly HeadFuzzer _head;

    public RequestFuzzer(int number, RequestTarget target)
    {
        (_random, _target) = (new Random(number), target);
        (_json, _form, _head) = (new JsonFuzzer(_random, target.FileId), new FormFuzzer(_random), new HeadFuzzer(_random, target));
    }

    /// <summary>The request.</summary>
    public HostileRequest Next() => _random.Next(100) switch
    {
        < 28 => Json("values", Chat, Encoding.UTF8.GetBytes(_json.Chat())),
        < 42 => Json("values, native", Generation, Encoding.UTF8.GetBytes(_json.Generation())),
        < 50 => Json("bytes", JsonPath(), _json.Damaged()),
        < 52 => Json("depth", JsonPath(), Encoding.UTF8.GetBytes(_json.Deep())),
        < 54 => _random.Next(4) == 0 ? Json("many", Chat, Encoding.UTF8.GetBytes(_json.Many())) : Json("values", "/api/v1/tokenizer", Encoding.UTF8.GetBytes(_json.Generation())),
        < 57 => Compressed(),
        < 69 => Upload(),
        < 81 => Paths(),
        < 86 => new HostileRequest("queries", Build("GET", (_random.Next(2) == 0 ? "/v1/files" : "/api/v1/files") + _head.Query(), [], [])),
        < 93 => OddHeaders(),
        < 96 => new HostileRequest("garbage", _head.Garbage(), Ending.Closed),
        < 97 => new HostileRequest("chunks", [.. Build("POST", Chat, ["Content-Type: application/json", "Transfer-Encoding: chunked"], null), .. _head.BadChunks()], Ending.Closed),
        _ => Unfinished(),
    };

    private HostileRequest Json(string kind, string path, byte[] body) => new(kind, Build("POST", path, [JsonType(), .. Stream()], body));

    private HostileRequest Paths()
    {
        var method = _head.Method();
        return new HostileRequest("paths", Build(method, _head.Path(method) + (_random.Next(2) == 0 ? _head.Query() : ""), [], []));
    }

    private HostileRequest Compressed()
    {
        using var compressed = new MemoryStream();
        using (Stream stream = _random.Next(2) == 0 ? new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true) : new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            // Now and then a bomb.
            stream.Write(_random.Next(20) == 0 ? new byte[32 * Megabyte] : Encoding.UTF8.GetBytes(_json.Chat()));
        }

        return new HostileRequest(
            "compressed", Build("POST", Chat, ["Content-Type: application/json", $"Content-Encoding: {(_random.Next(3) == 0 ? "br" : "gzip")}"], compressed.ToArray()));
    }

    private HostileRequest Upload()
    {
        var native = _random.Next(3) == 0;
        var (type, body) = _form.Form(native ? "files" : "file");
        return new HostileRequest(native ? "forms, native" : "forms", Build("POST", native ? "/api/v1/files" : "/v1/files", [$"Content-Type: {type}"], body));
    }

    private HostileRequest OddHeaders()
    {
        var body = _random.Next(2) == 0 ? Encoding.UTF8.GetBytes(_json.Chat()) : [];

        // A length that is wrong makes whatever follows part of the body, or the body part of what follows.
        var method = _random.Next(2) == 0 ? "POST" : "GET";
        return new HostileRequest("headers", Build(method, _head.Path(method), [.. _head.Odd()], body), Ending.Closed);
    }

    // Bodies that are far too large, that never end, or that end too early.
    private HostileRequest Unfinished()
    {
        var body = Encoding.UTF8.GetBytes(_json.Chat());
        return _random.Next(60) switch
        {
            0 => Promise("large", 64 * Megabyte, []) with { Padding = 64 * Megabyte },
            1 => Promise("large", 17 * Megabyte, "{\"model\":\""u8.ToArray()) with { Padding = 17 * Megabyte - 10 },
            2 => Promise("unfinished, open", body.Length + 10, body) with { Ending = Ending.Open },
            3 => new HostileRequest("unfinished, open", Encoding.UTF8.GetBytes($"POST {Chat} HTTP/1.1\r\nHost: x\r\n"), Ending.Open),
            _ => Promise("unfinished", body.Length + _random.Next(1, 1_000), body) with { Ending = Ending.Closed },
        };
    }

    private HostileRequest Promise(string kind, int length, byte[] sent) =>
        new(kind, [.. Build("POST", JsonPath(), ["Content-Type: application/json", $"Content-Length: {length}"], null), .. sent]);

    private string JsonPath() => _random.Next(3) == 0 ? Generation : Chat;

    private string JsonType() => _random.Next(20) switch { 0 => "Content-Type: text/plain", 1 => "X-No-Type: 1", _ => "Content-Type: application/json" };

    private string[] Stream() => _random.Next(4) switch { 0 => ["X-DashScope-SSE: enable"], 1 => ["Accept: text/event-stream"], _ => [] };

    // A body of null has a length of the caller's own.
    private byte[] Build(string method, string path, IReadOnlyList<string> headers, byte[]? body)
    {
        var head = new StringBuilder($"{method} {path} HTTP/1.1\r\nHost: {_target.Address.Authority}\r\nConnection: close\r\n");
        if (_random.Next(30) > 0)
        {
            head.Append($"Authorization: Bearer {_target.ApiKey}\r\n");
        }

        foreach (var header in headers)
        {
            head.Append(header).Append("\r\n");
        }

        if (body is not null)
        {
            head.Append($"Content-Length: {body.Length}\r\n");
        }

        return [.. Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), .. body ?? []];
    }
}
