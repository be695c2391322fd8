using System.Text;

namespace Longleaf.Bench.Requests;

/// <summary>Bodies of both protocols in which something is wrong: a value, a type, a name, the nesting, the bytes.</summary>
internal sealed class JsonFuzzer(Random random, string fileId)
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-0", "-1", "1", "1.5", "1e400", "-1e400", "1e-400", "NaN", "Infinity", "-Infinity", "01", "0x10", ".5", "+1", "'x'", "undefined", "",
        "2147483648", "-2147483649", "9223372036854775808", "1e19", "\"\"", "\"text\"", "\" \"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\x\"", "\"\n\"", "\"unended",
        "[]", "{}", "[[]]", "[null]", "[1,\"a\"]", "[\"a\",1,[2]]", "{\"type\":\"text\"}", "{\"\":{}}", "[{}]", "/**/1", "[1,]", "{\"a\":1,}", "\"\u202e\ufeff\u0085\"", "\"😀\"",
    ];

    private static readonly string[] Parameters =
    [
        "stream", "stream_options", "temperature", "top_p", "top_k", "presence_penalty", "repetition_penalty", "frequency_penalty", "max_tokens", "max_completion_tokens", "seed", "stop",
        "n", "logprobs", "top_logprobs", "response_format", "tools", "tool_choice", "functions", "enable_search", "enable_thinking", "user", "metadata", "modalities",
        "reading", "incremental_output", "result_format",
    ];

    private static readonly string[] Readings =
    [
        "{\"mode\":\"auto\"}", "{\"mode\":\"full\",\"citations\":true}", "{\"mode\":\"read_all\",\"coverage\":true}", "{\"mode\":\"?\"}", "{\"citations\":1}", "{\"max_read_tokens\":-1}",
        "{\"max_read_tokens\":1e400}", "{\"plan_only\":true}", "{\"unknown\":true}", "[]", "{\"wait_for_files\":true,\"usage\":true}", "{\"fallback\":\"\\ud800\"}",
    ];

    private static readonly string[] Schemas =
    [
        "{\"type\":\"object\"}", "{\"type\":[\"string\",\"null\"]}", "{\"$ref\":\"#\"}", "{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"$ref\":\"#/$defs/b\"},\"b\":{\"$ref\":\"#/$defs/a\"}}}",
        "{\"type\":\"object\",\"properties\":{\"light\":{\"type\":\"string\"}},\"required\":[\"light\"],\"additionalProperties\":false}",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"array\",\"items\":{\"$ref\":\"#\"}}},\"required\":[\"a\"],\"additionalProperties\":false}",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":\"^(a+)+$\"}},\"required\":[\"a\"],\"additionalProperties\":false}",
        "{\"type\":\"string\",\"pattern\":\"(\"}", "{\"enum\":[]}", "{\"anyOf\":[]}", "{\"const\":1e400}", "{\"type\":\"integer\",\"minimum\":1e308,\"maximum\":-1e308}", "true", "[]", "7",
    ];

    /// <summary>A chat, or what is left of it.</summary>
    public string Chat() => Object(
        [
            ("model", Often(() => "\"qwen-long\"")), ("messages", Often(Messages)),
            .. Some(Parameters, 3).Select(name => (name, Parameter(name))),
        ]);

    /// <summary>A request of DashScope's own, or what is left of it.</summary>
    public string Generation() => Object(
        [
            ("model", Often(() => "\"qwen-long\"")),
            ("input", Often(() => Object([random.Next(3) == 0 ? ("prompt", Often(Text)) : ("messages", Often(Messages))]))),
            ("parameters", Often(() => Object([.. Some(Parameters, 4).Select(name => (name, Parameter(name)))]))),
        ]);

    /// <summary>Values in values.</summary>
    public string Deep()
    {
        var depth = random.Next(4) switch { 0 => 60 + random.Next(10), 1 => 1_000, 2 => 10_000, _ => 100_000 };
        var (open, close) = random.Next(2) == 0 ? ("[", "]") : ("{\"a\":", "}");
        var nested = Repeat(open, depth) + "1" + (random.Next(2) == 0 ? Repeat(close, depth) : "");
        return random.Next(2) == 0 ? nested : $"{{\"model\":\"qwen-long\",\"messages\":{nested}}}";
    }

    /// <summary>Far more of something than anybody means.</summary>
    public string Many() => random.Next(6) switch
    {
        0 => $"{{\"model\":\"qwen-long\",\"messages\":[{Repeat("{\"role\":\"user\",\"content\":\"a\"},", random.Next(9_000, 30_000))}{{\"role\":\"user\",\"content\":\"a\"}}]}}",
        1 => $"{{\"model\":\"qwen-long\",\"messages\":[{{\"role\":\"user\",\"content\":\"a\"}}]{string.Concat(Enumerable.Range(0, random.Next(100, 20_000)).Select(i => $",\"k{i}\":{i}"))}}}",
        2 => $"{{\"model\":\"qwen-long\",\"messages\":[{{\"role\":\"system\",\"content\":\"{Repeat($"fileid://{fileId},", random.Next(90, 5_000))}\"}},{{\"role\":\"user\",\"content\":\"a\"}}]}}",
        3 => $"{{\"model\":\"qwen-long\",\"messages\":[{{\"role\":\"user\",\"content\":[{Repeat("{\"type\":\"text\",\"text\":\"a\"},", random.Next(100, 10_000))}{{\"type\":\"text\",\"text\":\"b\"}}]}}]}}",
        4 => $"{{\"model\":\"qwen-long\",\"stop\":[{Repeat("\"s\",", random.Next(10, 5_000))}\"t\"],\"messages\":[{{\"role\":\"user\",\"content\":\"a\"}}]}}",
        _ => $"{{\"model\":\"{Repeat("m", random.Next(100, 100_000))}\",\"messages\":[{{\"role\":\"user\",\"content\":\"{Repeat("a b ", random.Next(1_000, 50_000))}\"}}]}}",
    };

    /// <summary>Bytes that were JSON.</summary>
    public byte[] Damaged()
    {
        var bytes = Encoding.UTF8.GetBytes(random.Next(2) == 0 ? Chat() : Generation());
        if (random.Next(4) == 0)
        {
            return random.Next(4) switch
            {
                0 => [0xEF, 0xBB, 0xBF, .. bytes],
                1 => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes))],
                2 => Encoding.BigEndianUnicode.GetBytes(Encoding.UTF8.GetString(bytes)),
                _ => [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. bytes],
            };
        }

        List<byte> damaged = [.. bytes];
        for (var change = random.Next(1, 5); change > 0 && damaged.Count > 1; change--)
        {
            var at = random.Next(damaged.Count);
            switch (random.Next(4))
            {
                case 0:
                    damaged[at] = (byte)random.Next(256);
                    break;
                case 1:
                    damaged.RemoveRange(at, random.Next(1, Math.Min(20, damaged.Count - at) + 1));
                    break;
                case 2:
                    damaged.Insert(at, (byte)random.Next(256));
                    break;
                default:
                    damaged.RemoveRange(at, damaged.Count - at);
                    break;
            }
        }

        return [.. damaged];
    }

    private string Messages()
    {
        var messages = new List<string>();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            messages.Add(Often(() => Object([("role", Often(() => Pick(["\"system\"", "\"user\"", "\"assistant\"", "\"tool\"", "\"developer\""]))), ("content", Often(Content))])));
        }

        return $"[{string.Join(',', messages)}{(random.Next(4) > 0 ? ",{\"role\":\"user\",\"content\":\"When was the light first lit?\"}" : "")}]";
    }

    private string Content() => random.Next(6) switch
    {
        0 => $"\"fileid://{fileId}\"",
        1 => Pick(["\"fileid://\"", "\"fileid://x,fileid://y\"", "\"fileid://,\"", "\"fileid:// file-fe-1\"", $"\"fileid://{fileId},{fileId}\"", "\"fileid://file-fe-000000000000000000000000\"", "\"FILEID://x\""]),
        2 => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Part()))}]",
        _ => Text(),
    };

    private string Part() => Often(() => Pick(
    [
        "{\"type\":\"text\",\"text\":\"hi\"}", $"{{\"type\":\"file\",\"file\":{{\"file_id\":\"{fileId}\"}}}}", "{\"type\":\"file\",\"file\":{\"file_id\":7}}", "{\"type\":\"file\"}",
        "{\"type\":\"file\",\"file\":{\"filename\":\"a.txt\",\"file_data\":\"data:text/plain;base64,aGVsbG8gd29ybGQ=\"}}", "{\"type\":\"file\",\"file\":{\"filename\":\"a.pdf\",\"file_data\":\"%%%\"}}",
        "{\"type\":\"file\",\"file\":{\"filename\":\"../a.exe\",\"file_data\":\"aGVsbG8=\"}}", "{\"type\":\"image_url\",\"image_url\":{\"url\":\"http://127.0.0.1/\"}}", "{\"type\":7}", "{}",
        "{\"text\":\"no type\"}",
    ]));

    private string Parameter(string name) => name switch
    {
        "stream" => Often(() => "true"),
        "reading" => Often(() => Pick(Readings)),
        "response_format" => Often(() => Pick(
            ["{\"type\":\"json_object\"}", "{\"type\":\"text\"}", $"{{\"type\":\"json_schema\",\"json_schema\":{{\"name\":\"n\",\"strict\":true,\"schema\":{Pick(Schemas)}}}}}"])),
        "result_format" => Often(() => Pick(["\"text\"", "\"message\""])),
        _ => random.Next(2) == 0 ? Pick(Values) : "null",
    };

    private string Text() => Pick(["\"hi\"", "\"Please answer in JSON.\"", "\"你好\"", "\"\\u4f60\"", $"\"{Repeat("word ", random.Next(1, 400))}\"", "\"\\t\\r\\n\\\"\\\\\""]);

    // A name may come twice.
    private string Object((string Name, string Value)[] members)
    {
        var written = members.Select(member => $"\"{(random.Next(50) == 0 ? Pick(["", "\\ud800", "MODEL", "model\\u0000"]) : member.Name)}\":{member.Value}").ToList();
        if (random.Next(20) == 0 && written.Count > 0)
        {
            written.Add(Pick([.. written]));
        }

        return $"{{{string.Join(',', written)}}}";
    }

    // Mostly right, so that requests get far enough to be wrong in the next thing.
    private string Often(Func<string> right) => random.Next(20) == 0 ? Pick(Values) : right();

    private IEnumerable<string> Some(string[] from, int most) => Enumerable.Range(0, random.Next(most + 1)).Select(_ => Pick(from));

    private string Pick(string[] from) => from[random.Next(from.Length)];

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
