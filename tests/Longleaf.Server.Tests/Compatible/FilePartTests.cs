using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Longleaf.Tests;

namespace Longleaf.Server.Tests.Compatible;

public sealed class FilePartTests(ServerFixture fixture)
{
    private static readonly byte[] Note = "# Warranty\n\nThe warranty of the lamp is 36 months.\n"u8.ToArray();

    private HttpClient Http => fixture.Server.Http;

    [Fact]
    public async Task An_uploaded_file_may_be_named_in_a_part_of_a_user_message()
    {
        var id = (await Http.UploadAndWaitAsync("note.md", Note)).GetProperty("id").GetString();
        Assert.Contains("36 months", await AskAsync(new { file_id = id }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data:text/markdown;base64,")]
    [InlineData("")]
    public async Task A_file_may_come_within_the_request(string head) =>
        Assert.Contains("36 months", await AskAsync(new { filename = "note.md", file_data = head + Convert.ToBase64String(Note) }), StringComparison.Ordinal);

    [Fact]
    public async Task A_document_of_any_format_may_come_within_the_request()
    {
        var pdf = await File.ReadAllBytesAsync(TestData.Path("corpus", "large", "tracemonkey-14p.pdf"));
        Assert.Contains("Andreas Gal", await AskAsync(new { file_data = "data:application/pdf;base64," + Convert.ToBase64String(pdf) }, "Who are the authors?"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"filename":"x.md","file_data":"?"}""", "Input error. Input should be Base64, or a data URL in Base64: input.messages.0.content.0.file.file_data")]
    [InlineData("""{"filename":"x.md"}""", "Input error. Field required: input.messages.0.content.0.file.file_id")]
    [InlineData("""{"file_id":"file-fe-000000000000000000000000"}""", "Invalid file [id:file-fe-000000000000000000000000].")]
    [InlineData("""{"filename":"x.md","file_data":"ICAg"}""", "File [id:x.md] content blank.")]
    [InlineData("""{"filename":"x.bin","file_data":"f0VMRgIBAQA="}""", "File [id:x.bin] format is not supported.")]
    public async Task What_is_no_file_is_refused(string file, string message)
    {
        using var response = await Http.PostAsync("v1/chat/completions", new StringContent(
            $$"""{"model":"qwen-long","messages":[{"role":"user","content":[{"type":"file","file":{{file}}},{"type":"text","text":"How long?"}]}]}"""));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(message, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetProperty("message").GetString());
    }

    private async Task<string> AskAsync(object file, string question = "How long is the warranty?")
    {
        using var response = await Http.ChatAsync(new
        {
            model = "qwen-long",
            messages = new[] { new { role = "user", content = new object[] { new { type = "file", file }, new { type = "text", text = question } } } },
        });
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(response.IsSuccessStatusCode, body.ToString());
        return body.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!;
    }
}
