using System.Net;
using System.Text;
using System.Text.Json;
using Longleaf.Tests;

namespace Longleaf.Server.Tests.Compatible;

public sealed class FileTests(ServerFixture fixture)
{
    private static readonly byte[] Sentence = "The lighthouse at Skerryvore was finished in 1844.\n"u8.ToArray();

    private HttpClient Http => fixture.Server.Http;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_upload_is_answered_in_the_live_order_wherever_the_purpose_stands(bool purposeFirst)
    {
        var (status, file) = await Http.UploadAsync("tower.txt", new ByteArrayContent(Sentence), purposeFirst: purposeFirst);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            ["id", "object", "bytes", "filename", "purpose", "status", "created_at"],
            file.EnumerateObject().Select(property => property.Name).Take(7));
        Assert.Matches("^file-fe-[0-9a-f]{24}$", file.GetProperty("id").GetString());
        Assert.Equal(Sentence.Length, file.GetProperty("bytes").GetInt64());
        Assert.Equal("tower.txt", file.GetProperty("filename").GetString());
        Assert.Equal("file-extract", file.GetProperty("purpose").GetString());
        Assert.Contains(file.GetProperty("status").GetString(), new[] { "processing", "processed" });
    }

    [Fact]
    public async Task Blocks_come_with_what_the_file_says_of_itself()
    {
        var file = await Http.UploadAndWaitAsync("tower.md", "---\ntitle: The tower\n---\n\nFinished in 1844.\n"u8.ToArray());

        var (_, content) = await Http.SendAsync(HttpMethod.Get, $"v1/files/{file.GetProperty("id").GetString()}/content?format=json");

        Assert.Equal(["object", "title", "data"], content.EnumerateObject().Select(property => property.Name));
        Assert.Equal("The tower", content.GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_processed_file_gives_its_text_and_a_deleted_one_is_unknown()
    {
        var file = await Http.UploadAndWaitAsync("tower.md", "# Skerryvore\n\nFinished in 1844.\n"u8.ToArray());
        var path = $"v1/files/{file.GetProperty("id").GetString()}";
        Assert.Equal("processed", file.GetProperty("status").GetString());
        Assert.False(file.TryGetProperty("status_details", out _));
        Assert.True(file.GetProperty("longleaf").GetProperty("tokens").GetInt64() > 5);

        using var content = await Http.GetAsync($"{path}/content");
        Assert.Equal("text/markdown; charset=utf-8", content.Content.Headers.ContentType?.ToString());
        Assert.Equal("# Skerryvore\n\nFinished in 1844.", (await content.Content.ReadAsStringAsync()).Trim());

        var (listed, blocks) = await Http.SendAsync(HttpMethod.Get, $"{path}/content?format=json");
        Assert.Equal(HttpStatusCode.OK, listed);
        var paragraph = blocks.GetProperty("data")[1];
        Assert.Equal(("paragraph", "Finished in 1844."), (paragraph.GetProperty("kind").GetString(), paragraph.GetProperty("text").GetString()));
        Assert.Equal("Skerryvore", paragraph.GetProperty("location").GetProperty("section")[0].GetString());
        Assert.Equal(14, paragraph.GetProperty("location").GetProperty("start").GetInt64());
        var (unknown, refusal) = await Http.SendAsync(HttpMethod.Get, $"{path}/content?format=xml");
        Assert.Equal((HttpStatusCode.BadRequest, "'format' must be 'markdown' or 'json'"), (unknown, refusal.Message()));

        var (deleted, body) = await Http.SendAsync(HttpMethod.Delete, path);
        Assert.Equal(HttpStatusCode.OK, deleted);
        Assert.True(body.GetProperty("deleted").GetBoolean());
        foreach (var (method, suffix) in new[] { (HttpMethod.Get, ""), (HttpMethod.Get, "/content"), (HttpMethod.Delete, "") })
        {
            var (status, error) = await Http.SendAsync(method, path + suffix);
            Assert.Equal(HttpStatusCode.NotFound, status);
            Assert.Equal("File not found.", error.Message());
        }
    }

    [Fact]
    public async Task An_image_gives_the_text_in_it()
    {
        var image = await System.IO.File.ReadAllBytesAsync(System.IO.Directory.EnumerateFiles(
            TestData.Path("corpus", "png/apache+tika"), "*testOCR_spacing.png").Single());

        var file = await Http.UploadAndWaitAsync("fox.PNG", image);

        Assert.Equal("processed", file.GetProperty("status").GetString());
        Assert.Equal("png", file.GetProperty("longleaf").GetProperty("format").GetString());
        using var content = await Http.GetAsync($"v1/files/{file.GetProperty("id").GetString()}/content");
        Assert.Equal("The quick brown fox", (await content.Content.ReadAsStringAsync()).Trim());
    }

    [Fact]
    public async Task An_image_may_have_20_MB()
    {
        var (status, error) = await Http.UploadAsync("photo.jpeg", new ByteArrayContent(new byte[(20 << 20) + 1]));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("Payload Too Large.", error.Message());
    }

    [Fact]
    public async Task A_list_pages_through_all_files_newest_first()
    {
        await using var server = await ServerProcess.StartAsync();
        var uploaded = new List<string>();
        for (var number = 0; number < 5; number++)
        {
            var (_, file) = await server.Http.UploadAsync($"{number}.txt", Sentence);
            uploaded.Add(file.GetProperty("id").GetString()!);
        }

        var listed = new List<string>();
        var hasMore = true;
        while (hasMore)
        {
            var after = listed.Count == 0 ? "" : $"&after={listed[^1]}";
            var page = (await server.Http.SendAsync(HttpMethod.Get, $"v1/files?limit=2{after}")).Body;
            listed.AddRange(page.GetProperty("data").EnumerateArray().Select(file => file.GetProperty("id").GetString()!));
            hasMore = page.GetProperty("has_more").GetBoolean();
        }

        uploaded.Reverse();
        Assert.Equal(uploaded, listed);
    }

    [Theory]
    [InlineData("文件 \"合同\".txt")]
    [InlineData("../../etc/passwd.txt")]
    [InlineData("a;b=c/d\\e.txt")]
    public async Task A_file_name_is_kept_as_sent(string name)
    {
        var (status, file) = await Http.UploadAsync(name, Sentence);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(name, file.GetProperty("filename").GetString());
    }

    [Theory]
    [InlineData("a\u202egpj.txt", "agpj.txt")]
    [InlineData("a\u2066b\u2069.txt", "ab.txt")]
    public async Task A_file_name_shows_the_extension_it_has(string sent, string kept) =>
        Assert.Equal(kept, (await Http.UploadAsync(sent, Sentence)).Body.GetProperty("filename").GetString());

    [Fact]
    public async Task A_file_name_of_300_characters_is_kept()
    {
        var name = new string('长', 296) + ".txt";
        var (status, file) = await Http.UploadAsync(name, Sentence);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(name, file.GetProperty("filename").GetString());
    }

    [Fact]
    public async Task An_upload_that_is_none_is_refused()
    {
        Assert.Equal("'purpose' must be 'file-extract' or 'batch'", (await Http.UploadAsync("a.txt", new ByteArrayContent(Sentence), "fine-tune")).Body.Message());
        Assert.Equal("'purpose' must be 'file-extract' or 'batch'", (await Http.UploadAsync("a.txt", new ByteArrayContent(Sentence), purpose: null)).Body.Message());
        var (status, unsupported) = await Http.UploadAsync("a.exe", Sentence);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith("File format is not supported. Supported formats: ", unsupported.Message(), StringComparison.Ordinal);

        var (_, noFile) = await Http.SendAsync(HttpMethod.Post, "v1/files", new MultipartFormDataContent { { new StringContent("file-extract"), "purpose" } });
        Assert.Equal("file", noFile.GetProperty("error").GetProperty("param").GetString());
        var (_, noForm) = await Http.SendAsync(HttpMethod.Post, "v1/files", new StringContent("{}"));
        Assert.Equal("file", noForm.GetProperty("error").GetProperty("param").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_of_two_files_is_refused_and_leaves_nothing(bool purposeFirst)
    {
        await using var server = await ServerProcess.StartAsync();
        using var form = new MultipartFormDataContent();
        if (purposeFirst)
        {
            form.Add(new StringContent("file-extract"), "purpose");
        }

        form.Add(new ByteArrayContent(Sentence), "file", "one.txt");
        form.Add(new ByteArrayContent(Sentence), "file", "two.txt");
        if (!purposeFirst)
        {
            form.Add(new StringContent("file-extract"), "purpose");
        }

        var (status, error) = await server.Http.SendAsync(HttpMethod.Post, "v1/files", form);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("One file may be uploaded per request.", error.Message());
        Assert.Equal("file", error.GetProperty("error").GetProperty("param").GetString());
        Assert.Equal(0, (await server.Http.SendAsync(HttpMethod.Get, "v1/files")).Body.GetProperty("data").GetArrayLength());
    }

    [Theory]
    [InlineData("openpreserve+format-corpus/pdfCabinetOfHorrors__encryption_openpassword.pdf", "This PDF is protected by a password")]
    [InlineData("qpdf+qpdf/qpdf__qtest__qpdf__issue-147.pdf", "This file cannot be parsed as PDF")]
    [InlineData("qpdf+qpdf/fuzz__qpdf_extra__440747125.fuzz", "This file cannot be parsed as PDF")]
    [InlineData("UglyToad+PdfPig/*StackOverflow_Issue_1122.pdf", "This file cannot be parsed as PDF")]
    public async Task A_hostile_pdf_ends_as_an_error_in_a_sentence(string name, string reason)
    {
        var path = Directory.EnumerateFiles(TestData.Path("corpus", "pdf", Path.GetDirectoryName(name)!), Path.GetFileName(name)).Single();
        var file = await Http.UploadAndWaitAsync("hostile.pdf", await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal("error", file.GetProperty("status").GetString());
        Assert.StartsWith(reason, file.GetProperty("status_details").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Http.GetAsync("healthz/ready", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_read_ends_as_an_error_that_says_why()
    {
        foreach (var (name, content, chatError) in Unreadable())
        {
            var file = await Http.UploadAndWaitAsync(name, content);
            var id = file.GetProperty("id").GetString()!;
            Assert.Equal("error", file.GetProperty("status").GetString());
            Assert.NotEmpty(file.GetProperty("status_details").GetString()!);

            using var response = await Http.ChatAsync(new
            {
                model = "qwen-long",
                messages = new[] { new { role = "system", content = $"fileid://{id}" }, new { role = "user", content = "What is it?" } },
            });
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            var error = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
            Assert.StartsWith(chatError.Replace("X", id, StringComparison.Ordinal), error.Message(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Another_accounts_file_is_an_unknown_file()
    {
        var mine = await Http.UploadAndWaitAsync("mine.txt", Sentence);
        var id = mine.GetProperty("id").GetString()!;
        var (_, secret, _) = await ServerProcess.RunAsync(["key", "create", "--account", "stranger", "--data", fixture.Server.DataDirectory]);
        using var stranger = fixture.Server.ClientFor(secret.Trim());

        foreach (var (method, suffix) in new[] { (HttpMethod.Get, ""), (HttpMethod.Get, "/content"), (HttpMethod.Delete, "") })
        {
            var foreign = await stranger.SendAsync(method, $"v1/files/{id}{suffix}");
            var unknown = await stranger.SendAsync(method, $"v1/files/file-fe-000000000000000000000000{suffix}");
            Assert.Equal(unknown.Status, foreign.Status);
            Assert.Equal(unknown.Body.GetProperty("error").ToString(), foreign.Body.GetProperty("error").ToString());
        }

        using var chat = await stranger.ChatAsync(new
        {
            model = "qwen-long",
            messages = new[] { new { role = "system", content = $"fileid://{id}" }, new { role = "user", content = "What is it?" } },
        });
        Assert.Equal($"Invalid file [id:{id}].", JsonSerializer.Deserialize<JsonElement>(await chat.Content.ReadAsStringAsync()).Message());
        Assert.Equal(HttpStatusCode.OK, (await Http.GetAsync($"v1/files/{id}")).StatusCode);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=2001")]
    [InlineData("order=up")]
    [InlineData("purpose=x")]
    [InlineData("create_after=yesterday")]
    public async Task A_list_that_cannot_be_meant_is_refused(string query) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await Http.GetAsync($"v1/files?{query}")).StatusCode);

    private static IEnumerable<(string Name, byte[] Content, string ChatError)> Unreadable() =>
    [
        ("empty.txt", [], "File [id:X] content blank."),
        ("blank.txt", "  \n \n"u8.ToArray(), "File [id:X] content blank."),
        ("zero.txt", new byte[4096], "File [id:X] content blank."),
        ("broken.json", "{\"a\": "u8.ToArray(), "File [id:X] parsing error: "),
        ("truncated.docx", [.. "PK\u0003\u0004"u8, .. Encoding.ASCII.GetBytes(new string('x', 200))], "File [id:X] "),
        ("broken.pdf", "%PDF-1.7\nnot much of one\n"u8.ToArray(), "File [id:X] "),
    ];

    [Fact]
    public async Task The_blocks_of_a_long_document_are_streamed_whole()
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 20_000).Select(number => $"Paragraph {number} of a long text about the tower."));
        var file = await Http.UploadAndWaitAsync("long.txt", Encoding.UTF8.GetBytes(text));

        var (_, blocks) = await Http.SendAsync(HttpMethod.Get, $"v1/files/{file.GetProperty("id").GetString()}/content?format=json");

        Assert.Equal(text, string.Join("\n\n", blocks.GetProperty("data").EnumerateArray().Select(block => block.GetProperty("text").GetString())));
    }
}
