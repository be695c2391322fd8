using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Longleaf.Bench.Serving;

/// <summary>A real server in a process of its own on a data folder that goes with it, called as a client calls it.</summary>
internal sealed class MeasuredServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _data;
    private readonly HttpClient _http;

    private MeasuredServer(Process process, DirectoryInfo data, Uri address, TimeSpan start)
    {
        (_process, _data, Address, Start) = (process, data, address, start);
        ApiKey = File.ReadAllText(Path.Combine(data.FullName, "first-api-key"));
        _http = new HttpClient { BaseAddress = new Uri(address, "v1/"), Timeout = TimeSpan.FromMinutes(10) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ApiKey);
    }

    public Uri Address { get; }

    public string ApiKey { get; }

    public int ProcessId => _process.Id;

    /// <summary>From the start of its process to its first line.</summary>
    public TimeSpan Start { get; }

    public static async Task<MeasuredServer> StartAsync(CancellationToken cancellationToken)
    {
        // artifacts/bin/Longleaf.Bench/release: what ./run.sh starts lies in artifacts/program.
        var program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "program", "longleaf"));
        if (!File.Exists(program))
        {
            throw new FileNotFoundException("Build the program first: ./longleaf --version", program);
        }

        var data = Directory.CreateTempSubdirectory("longleaf-bench-");
        var clock = Stopwatch.StartNew();
        var process = Process.Start(new ProcessStartInfo(program, ["serve", "--data", data.FullName, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
        })!;
        var ready = await process.StandardOutput.ReadLineAsync(cancellationToken)
            ?? throw new InvalidOperationException("The server did not start.");
        var start = clock.Elapsed;
        await process.StandardOutput.ReadLineAsync(cancellationToken);
        return new MeasuredServer(process, data, new Uri(ready[(ready.LastIndexOf(' ') + 1)..]), start);
    }

    /// <summary>Uploads a text and waits until it can be asked about.</summary>
    public async Task<(string Id, long Tokens, TimeSpan Answered, TimeSpan Processed)> UploadAsync(
        string name, byte[] content, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent { { new StringContent("file-extract"), "purpose" }, { new ByteArrayContent(content), "file", name } };
        var clock = Stopwatch.StartNew();
        using var response = await _http.PostAsync("files", form, cancellationToken);
        response.EnsureSuccessStatusCode();
        var id = (await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("id").GetString()!;
        var answered = clock.Elapsed;
        while (true)
        {
            var file = await _http.GetFromJsonAsync<JsonElement>($"files/{id}", cancellationToken);
            if (file.GetProperty("status").GetString() == "processed")
            {
                return (id, file.GetProperty("longleaf").GetProperty("tokens").GetInt64(), answered, clock.Elapsed);
            }

            await Task.Delay(5, cancellationToken);
        }
    }

    /// <summary>Asks with a stream: the answer, when its first text came, and when it was whole.</summary>
    public async Task<(string Answer, TimeSpan First, TimeSpan Whole)> AskAsync(
        IEnumerable<string> fileIds, string question, CancellationToken cancellationToken)
    {
        var body = new
        {
            model = "qwen-long",
            stream = true,
            messages = new[]
            {
                new { role = "system", content = "You are a helpful assistant." },
                new { role = "system", content = string.Join(",", fileIds.Select(id => $"fileid://{id}")) },
                new { role = "user", content = question },
            },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "chat/completions") { Content = JsonContent.Create(body) };
        var clock = Stopwatch.StartNew();
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        var (answer, first) = ("", TimeSpan.Zero);
        while (await lines.ReadLineAsync(cancellationToken) is { } line && line != "data: [DONE]")
        {
            if (line.Length > 0 && JsonSerializer.Deserialize<JsonElement>(line["data: ".Length..]).GetProperty("choices") is { } choices
                && choices.GetArrayLength() > 0)
            {
                answer += choices[0].GetProperty("delta").GetProperty("content").GetString();
                first = first == TimeSpan.Zero && answer.Length > 0 ? clock.Elapsed : first;
            }
        }

        return (answer, first, clock.Elapsed);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }
}
