using System.Text;

namespace Longleaf.Bench.Requests;

/// <summary>Uploads in which something is wrong: borders, part headers, names, order, counts.</summary>
internal sealed class FormFuzzer(Random random)
{
    private static readonly string[] Names =
    [
        "a.txt", "a.md", "a.pdf", "a.docx", "a.exe", "", ".", "..", "../../etc/passwd", "C:\\\\a\\\\b.txt", "a\\\"b.txt", "a.txt\u0000.exe", "\u202etxt.exe", "名前.txt", "a.", ".txt", "a;b.txt", "a.jsonl",
        "a%00.txt", "a\tb.txt", "con.txt", "%2e%2e%2f.txt",
    ];

    private static readonly string[] Purposes = ["file-extract", "batch", "assistants", "", "fine-tune", "FILE-EXTRACT", "file-extract\r\n", "\u0000", "batch_output"];

    private static readonly string[] Dispositions =
    [
        "form-data; name=\"file\"; filename*=utf-8''%FF%FE", "form-data; name=\"file\"; filename*=bad", "form-data; name=file; filename=a.txt", "form-data; filename=\"a.txt\"", "attachment",
        "form-data; name=\"file\"", "form-data; name=\"file\"; filename=\"a.txt", "form-data; name=\"file\"; filename=\"a.txt\"; filename=\"b.txt\"", "form-data;;;", "\u0001", "form-data; name=\"file[]\"; filename=\"a.txt\"",
    ];

    /// <summary>A form and the boundary it says it has.</summary>
    public (string ContentType, byte[] Body) Form(string fileField)
    {
        var boundary = random.Next(10) switch { 0 => new string('b', random.Next(60, 300)), 1 => "a b", 2 => "", 3 => "--", _ => "boundary" };
        var body = new StringBuilder();
        foreach (var part in Parts(fileField))
        {
            body.Append("--").Append(boundary).Append(Line()).Append(part).Append(Line());
        }

        body.Append(random.Next(6) == 0 ? "" : $"--{boundary}--").Append(random.Next(6) == 0 ? "" : "\r\n");
        var said = random.Next(12) switch { 0 => "other", 1 => $"\"{boundary}\"", 2 => $"\"{boundary}", _ => boundary };
        var type = random.Next(15) switch
        {
            0 => "multipart/form-data",
            1 => $"multipart/mixed; boundary={said}",
            2 => "application/x-www-form-urlencoded",
            3 => $"multipart/form-data; boundary={said}; boundary=x",
            4 => ";;;",
            _ => $"multipart/form-data; boundary={said}",
        };
        var bytes = Encoding.UTF8.GetBytes(body.ToString());
        return (type, random.Next(6) == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
    }

    private IEnumerable<string> Parts(string fileField)
    {
        var count = random.Next(12) switch { 0 => 0, 1 => random.Next(50, 300), 2 => 3, _ => 2 };
        for (var i = 0; i < count; i++)
        {
            yield return random.Next(8) switch
            {
                0 => $"Content-Disposition: {Pick(Dispositions)}\r\n\r\nx",
                1 => $"{string.Concat(Enumerable.Range(0, random.Next(1, 200)).Select(j => $"X-{j}: {new string('h', random.Next(300))}\r\n"))}\r\nx",
                2 => "no headers at all",
                3 => "\r\nx",
                _ when i % 2 == 0 => $"Content-Disposition: form-data; name=\"{fileField}\"; filename=\"{(random.Next(20) == 0 ? new string('n', 5_000) : Pick(Names))}\"\r\n\r\n{Content()}",
                _ => $"Content-Disposition: form-data; name=\"{(fileField == "file" ? "purpose" : "descriptions")}\"\r\n\r\n{(random.Next(20) == 0 ? new string('p', 5_000) : Pick(Purposes))}",
            };
        }
    }

    private string Content() => random.Next(6) switch
    {
        0 => "",
        1 => new string('\0', random.Next(1, 3_000)),
        2 => "%PDF-1.7 not one",
        3 => "PK\u0003\u0004 not one",
        _ => "The light was first lit in 1844.",
    };

    private string Line() => random.Next(25) switch { 0 => "\n", 1 => "\r", 2 => " \r\n", _ => "\r\n" };

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
