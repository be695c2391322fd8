using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Longleaf.Tests;

namespace Longleaf.Server.Tests.Native;

public sealed class NativeFileTests(ServerFixture fixture)
{
    private HttpClient Http => fixture.Server.Http;

    [Fact]
    public async Task Files_are_uploaded_several_at_once_and_each_is_taken_or_said_why_not()
    {
        var lamp = "The lamp of Skerryvore is lit at dusk.\n"u8.ToArray();
        var data = await UploadAsync(("lamp.txt", lamp), ("tool.exe", [1, 2, 3]), ("ferry.md", "# Ferry\n\nAt 7:15.\n"u8.ToArray()));

        Assert.Equal(["lamp.txt", "ferry.md"], data.GetProperty("uploaded_files").EnumerateArray().Select(file => file.GetProperty("name").GetString()));
        var failed = Assert.Single(data.GetProperty("failed_uploads").EnumerateArray());
        Assert.Equal("tool.exe", failed.GetProperty("name").GetString());
        Assert.StartsWith("File format is not supported.", failed.GetProperty("message").GetString(), StringComparison.Ordinal);

        var id = data.GetProperty("uploaded_files")[0].GetProperty("file_id").GetString()!;
        var file = (await Http.GetFromJsonAsync<JsonElement>($"api/v1/files/{id}")).GetProperty("data");
        Assert.Equal("first", file.GetProperty("description").GetString());
        Assert.Equal("aYDQw3HKS+d5i7SzI6JfQw==", file.GetProperty("md5").GetString());
        Assert.Equal("file-extract", file.GetProperty("purpose").GetString());
        Assert.Equal(lamp.Length, file.GetProperty("size").GetInt32());
        await Http.WaitAsync(id);
        Assert.Contains("lit at dusk", await Http.GetStringAsync(new Uri(file.GetProperty("url").GetString()!)), StringComparison.Ordinal);
        Assert.Contains("dusk", await Http.AskAsync([id], "When is the lamp lit?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_have_pages_and_a_total()
    {
        var ids = (await UploadAsync(("a.txt", "a\n"u8.ToArray()), ("b.txt", "b\n"u8.ToArray()), ("c.txt", "c\n"u8.ToArray())))
            .GetProperty("uploaded_files").EnumerateArray().Select(file => file.GetProperty("file_id").GetString()).ToArray();

        var first = (await Http.GetFromJsonAsync<JsonElement>("api/v1/files?page_no=1&page_size=2")).GetProperty("data");
        var second = (await Http.GetFromJsonAsync<JsonElement>("api/v1/files?page_no=2&page_size=2")).GetProperty("data");
        Assert.Equal((2, 1), (first.GetProperty("page_size").GetInt32(), first.GetProperty("page_no").GetInt32()));
        Assert.True(first.GetProperty("total").GetInt32() >= 3);
        var listed = first.GetProperty("files").EnumerateArray().Concat(second.GetProperty("files").EnumerateArray()).Select(file => file.GetProperty("file_id").GetString()).ToList();
        Assert.Equal(listed.Distinct(), listed);

        using var refused = await Http.GetAsync("api/v1/files?page_size=0");
        Assert.Equal("Range of page_size should be [1, 100]", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("message").GetString());

        using var deleted = await Http.DeleteAsync($"api/v1/files/{ids[0]}");
        Assert.Equal(["request_id"], (await deleted.Content.ReadFromJsonAsync<JsonElement>()).EnumerateObject().Select(property => property.Name));
        using var again = await Http.DeleteAsync($"api/v1/files/{ids[0]}");
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Equal("File not found.", (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("message").GetString());
    }

    [Fact]
    public async Task The_purpose_and_the_descriptions_may_come_after_the_files()
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent("{}\n"u8.ToArray()), "files", "one.jsonl" },
            { new StringContent("first"), "descriptions" },
            { new StringContent("batch"), "purpose" },
            { new ByteArrayContent("{}\n{}\n"u8.ToArray()), "files", "two.jsonl" },
            { new StringContent("second"), "descriptions" },
        };
        using var response = await Http.PostAsync("api/v1/files", form);
        var uploaded = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data").GetProperty("uploaded_files").EnumerateArray().ToArray();

        Assert.Equal(["one.jsonl", "two.jsonl"], uploaded.Select(file => file.GetProperty("name").GetString()));
        var files = await Task.WhenAll(uploaded.Select(async file => (await Http.GetFromJsonAsync<JsonElement>($"api/v1/files/{file.GetProperty("file_id").GetString()}")).GetProperty("data")));
        Assert.Equal([("batch", "first"), ("batch", "second")], files.Select(file => (file.GetProperty("purpose").GetString(), file.GetProperty("description").GetString())));
    }

    // As the Python SDK sends it: the fields first, then the files.
    private async Task<JsonElement> UploadAsync(params (string Name, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent("first"), "descriptions" }, { new StringContent("second"), "descriptions" } };
        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "files", name);
        }

        using var response = await Http.PostAsync("api/v1/files", form);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data");
    }
}
