using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Longleaf.Tests;

/// <summary>The API as a plain HTTP client calls it.</summary>
internal static class ApiCalls
{
    private const string Base = "compatible-mode/v1";

    public static async Task<(HttpStatusCode Status, JsonElement Body)> UploadAsync(
        this HttpClient http, string fileName, HttpContent content, string? purpose = "file-extract", bool purposeFirst = false)
    {
        // The name goes out as it is, in UTF-8, as real clients send it; the framework would encode it.
        using var form = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        if (purpose is not null && purposeFirst)
        {
            form.Add(new StringContent(purpose), "purpose");
        }

        content.Headers.ContentDisposition = null;
        content.Headers.TryAddWithoutValidation(
            "Content-Disposition", $"form-data; name=\"file\"; filename=\"{fileName.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"");
        form.Add(content);
        if (purpose is not null && !purposeFirst)
        {
            form.Add(new StringContent(purpose), "purpose");
        }

        using var response = await http.PostAsync($"{Base}/files", form);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    public static Task<(HttpStatusCode Status, JsonElement Body)> UploadAsync(this HttpClient http, string fileName, byte[] content) =>
        http.UploadAsync(fileName, new ByteArrayContent(content));

    /// <summary>Uploads and waits until it is processed or an error.</summary>
    public static async Task<JsonElement> UploadAndWaitAsync(this HttpClient http, string fileName, byte[] content)
    {
        var (status, body) = await http.UploadAsync(fileName, content);
        Assert.Equal(HttpStatusCode.OK, status);
        return await http.WaitAsync(body.GetProperty("id").GetString()!);
    }

    public static async Task<JsonElement> WaitAsync(this HttpClient http, string fileId)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var file = await http.GetFromJsonAsync<JsonElement>($"{Base}/files/{fileId}", patience.Token);
            if (file.GetProperty("status").GetString() != "processing")
            {
                return file;
            }

            await Task.Delay(20, patience.Token);
        }
    }

    public static Task<HttpResponseMessage> ChatAsync(this HttpClient http, object request) => http.PostAsJsonAsync($"{Base}/chat/completions", request);

    /// <summary>Asks about files and gives the answer's text.</summary>
    public static async Task<string> AskAsync(this HttpClient http, IEnumerable<string> fileIds, string question)
    {
        using var response = await http.ChatAsync(new
        {
            model = "qwen-long",
            messages = new object[]
            {
                new { role = "system", content = "You are a helpful assistant." },
                new { role = "system", content = string.Join(",", fileIds.Select(id => $"fileid://{id}")) },
                new { role = "user", content = question },
            },
        });
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(response.IsSuccessStatusCode, body.ToString());
        return body.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!;
    }

    public static async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(this HttpClient http, HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, JsonSerializer.Deserialize<JsonElement>(text));
    }

    public static string Message(this JsonElement body) => body.GetProperty("error").GetProperty("message").GetString()!;
}
