using System.Text;

namespace Longleaf.Bench.Requests;

/// <summary>Methods, paths, queries and headers of any kind, most of them wrong.</summary>
internal sealed class HeadFuzzer(Random random, RequestTarget target)
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "FOO", "G@T", "CONNECT"];

    private static readonly string[] Bases = ["/compatible-mode/v1", "/v1", "/api/v1", "", "/compatible-mode", "/api"];

    private static readonly string[] Resources =
    [
        "/files", "/files/@", "/files/@/content", "/chat/completions", "/models", "/models/@", "/batches", "/batches/@", "/embeddings", "/services/aigc/text-generation/generation", "/tokenizer", "/tasks/@",
        "/uploads", "/", "", "/files/", "/files/@/", "/files//content", "/healthz/live", "/healthz/ready", "/openapi/v1.json", "/index.html", "/favicon.ico", "/.env",
    ];

    private static readonly string[] Ids =
    [
        "file-fe-000000000000000000000000", "x", "..", "%2e%2e", "%00", "%", "%zz", "%ff%fe", "a%2fb", "名前", "%F0%9F%98%80", "*", "'; drop table files; --", "<script>", "{id}", "file-fe-" + "%0d%0a",
        "qwen-long", "null", "-1", "~", "a+b", "content",
    ];

    private static readonly string[] Queries =
    [
        "limit", "after", "purpose", "order", "create_after", "create_before", "format", "page_no", "page_size", "ds_name", "status",
    ];

    private static readonly string[] QueryValues =
    [
        "", "1", "0", "-1", "2000", "2001", "99999999999999999999", "1e3", "NaN", "%00", "%", "%ff", "asc", "desc", "file-extract", "batch", "20240101", "2024-13-45", "99991231235959", "00010101", "json", "markdown", "%E4%BD%A0", "a%26b=c", "[]",
    ];

    private static readonly string[] Headers =
    [
        "Accept: */*", "Accept: text/html", "Accept: ;;;", "Accept-Encoding: gzip, br, zstd", "Accept-Language: *", "Range: bytes=0-10", "Range: bytes=5-1", "If-None-Match: *", "If-Modified-Since: never",
        "Expect: 100-continue", "Expect: something", "Content-Type: text/html", "Content-Type: application/json; charset=utf-16", "Content-Type: \u00ff", "Content-Encoding: br", "Content-Encoding: identity",
        "Origin: https://evil.example", "X-DashScope-SSE: enable", "X-DashScope-SSE: \u0001", "X-DashScope-Async: enable", "X-DashScope-WorkSpace: ws", "X-DashScope-DataInspection: {\"input\":\"cip\"}",
        "Transfer-Encoding: identity", "Connection: upgrade", "Upgrade: websocket", "Upgrade: h2c", "HTTP2-Settings: x", "X-Forwarded-For: 1.2.3.4", "X-HTTP-Method-Override: DELETE", "Cookie: a=b", "Host: other",
        "Authorization: Bearer sk-wrong", "x-request-id: mine", "Date: tomorrow", "Te: trailers", "Keep-Alive: 5", ":authority: x", "bad header", "Bad\u0000: x", " folded", "\u00e9: x", "Content-Length: 5", "Content-Length: -1", "Content-Length: x",
    ];

    /// <summary>A path that may be one of the API's, with the id of the file in it, or not.</summary>
    public string Path(string method)
    {
        // Whoever deletes the file takes away what requests are asked about from then on.
        var path = Pick(Bases) + Pick(Resources).Replace("@", random.Next(4) == 0 && method != "DELETE" ? target.FileId : Pick(Ids), StringComparison.Ordinal);
        return random.Next(25) switch
        {
            0 => path + "/" + new string('p', random.Next(1_000, 20_000)),
            1 => "/" + path,
            2 => path + "/../..",
            3 => "http://other" + path,
            4 => path.ToUpperInvariant(),
            5 => path + " x",
            6 => path + "#x",
            7 => path.TrimStart('/'),
            _ => path,
        };
    }

    /// <summary>A query, of one or of thousands.</summary>
    public string Query()
    {
        var count = random.Next(20) switch { 0 => random.Next(100, 3_000), _ => random.Next(1, 5) };
        return "?" + string.Join(random.Next(20) == 0 ? "?" : "&", Enumerable.Range(0, count).Select(_ => $"{Pick(Queries)}={(random.Next(60) == 0 ? new string('q', 5_000) : Pick(QueryValues))}"));
    }

    public string Method() => random.Next(2) == 0 ? Pick(Methods[..2]) : Pick(Methods);

    /// <summary>Headers that nobody asked for.</summary>
    public IEnumerable<string> Odd() => random.Next(12) switch
    {
        0 => Enumerable.Range(0, random.Next(50, 1_500)).Select(i => $"X-Header-{i}: {i}"),
        1 => [$"X-Long: {new string('h', random.Next(5_000, 70_000))}"],
        _ => Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(Headers)),
    };

    /// <summary>What is hardly HTTP.</summary>
    public byte[] Garbage() => random.Next(10) switch
    {
        0 => Encoding.UTF8.GetBytes($"{Method()} {Path("DELETE")}\r\n\r\n"),
        1 => Encoding.UTF8.GetBytes($"{Method()} {Path("DELETE")} HTTP/{Pick(["0.9", "1.0", "1.2", "2.0", "3", "x"])}\r\nHost: x\r\n\r\n"),
        2 => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray(),
        3 => Encoding.UTF8.GetBytes($"GET /v1/models HTTP/1.1\nHost: x\nAuthorization: Bearer {target.ApiKey}\n\n"),
        4 => [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xFC, 0x03, 0x03, (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'],
        5 => [.. Enumerable.Range(0, 200).Select(_ => (byte)random.Next(256)), .. "\r\n\r\n"u8],
        6 => Encoding.UTF8.GetBytes($"GET  /v1/models  HTTP/1.1\r\nHost: x\r\n\r\n"),
        7 => "GET /v1/models HTTP/1.1\r\n\r\n"u8.ToArray(),
        8 => "GET /v1/models HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"u8.ToArray(),
        _ => "\r\n\r\nGET /v1/models HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray(),
    };

    /// <summary>A body in chunks that are not what they say.</summary>
    public byte[] BadChunks() => Encoding.UTF8.GetBytes(Pick(
    [
        "xyz\r\n", "-1\r\n{}\r\n0\r\n\r\n", "ffffffffffffffff\r\n{}", "2\r\n{}{}\r\n0\r\n\r\n", "2;ext=1\r\n{}\r\n0\r\n\r\n", "2\r\n{}\r\n0\r\nTrailer: x\r\n\r\n", "2\n{}\n0\n\n", "0\r\n\r\n", "\r\n",
        "00000002\r\n{}\r\n0\r\n\r\n",
    ]));

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
