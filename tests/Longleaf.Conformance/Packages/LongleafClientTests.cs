using System.ClientModel;
using System.Text;
using Longleaf.Client;
using Longleaf.Client.Files;
using Longleaf.Client.Reading;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace Longleaf.Conformance.Packages;

/// <summary>The package for .NET users against a real server.</summary>
public sealed class LongleafClientTests(ServerFixture fixture)
{
    private LongleafClient Client => new(new Uri(fixture.Server.Access.Address, "compatible-mode/v1"), fixture.Server.Access.ApiKey);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_official_types_read_no_documents_which_is_why_there_is_this_package()
    {
        var id = (await UploadAsync(Samples.FirstName, Samples.First)).Id;
        var official = Client.OpenAI.GetOpenAIFileClient();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await official.GetFileAsync(id, Cancellation));
        Assert.Equal(LongleafFilePurpose.FileExtract, (await Client.Files.GetAsync(id, Cancellation)).Purpose);
    }

    [Fact]
    public async Task A_file_is_uploaded_awaited_listed_read_and_deleted()
    {
        var sent = new Reports<long>();
        var looks = new Reports<LongleafFile>();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Samples.First + $"\n\nUploaded at {Guid.NewGuid()}.\n"));
        var uploaded = await Client.Files.UploadAsync(content, "灯塔 \"quoted\".md", progress: sent, cancellationToken: Cancellation);
        Assert.Equal(content.Length, sent.All[^1]);
        Assert.Equal(content.Length, uploaded.Bytes);

        var file = await Client.Files.WaitUntilProcessedAsync(uploaded.Id, looks, TimeSpan.FromMilliseconds(20), Cancellation);
        Assert.Equal((LongleafFileStatus.Processed, "md"), (file.Status, file.Format));
        Assert.Equal("灯塔 %22quoted%22.md", file.FileName);
        Assert.True(file.Tokens > 20 && file.Characters > 50);
        Assert.True(file.CreatedAt > DateTimeOffset.UnixEpoch);
        Assert.Equal(file.Status, looks.All[^1].Status);

        var listed = await Client.Files.ListAsync(new LongleafFileListOptions { PageSize = 1, Purpose = LongleafFilePurpose.FileExtract }, Cancellation)
            .Take(3).ToListAsync(Cancellation);
        Assert.Contains(file.Id, listed.Select(entry => entry.Id));
        Assert.Distinct(listed.Select(entry => entry.Id));
        Assert.StartsWith("# Skerryvore", await Client.Files.GetTextAsync(file.Id, Cancellation), StringComparison.Ordinal);

        Assert.True(await Client.Files.DeleteAsync(file.Id, Cancellation));
        Assert.False(await Client.Files.DeleteAsync(file.Id, Cancellation));
        Assert.Equal(404, (await Assert.ThrowsAsync<ClientResultException>(() => Client.Files.GetAsync(file.Id, Cancellation))).Status);
    }

    [Fact]
    public async Task A_list_may_be_bounded_in_time_and_turned_round()
    {
        var file = await UploadAsync("listed.txt", $"Listed {Guid.NewGuid()}.");
        var day = TimeSpan.FromDays(1);
        Assert.Empty((await Client.Files.GetPageAsync(new LongleafFileListOptions { CreatedBefore = file.CreatedAt - day }, Cancellation)).Files);
        var page = await Client.Files.GetPageAsync(
            new LongleafFileListOptions { CreatedAfter = file.CreatedAt - day, CreatedBefore = file.CreatedAt + day, OldestFirst = true, PageSize = 2000 }, Cancellation);
        Assert.Equal(page.Files.Select(entry => entry.CreatedAt).Order(), page.Files.Select(entry => entry.CreatedAt));
        Assert.Contains(file.Id, page.Files.Select(entry => entry.Id));
    }

    [Fact]
    public async Task A_file_without_text_is_an_exception_that_says_so()
    {
        using var blank = new MemoryStream("\n \n"u8.ToArray());
        var file = await Client.Files.UploadAsync(blank, "blank.txt", cancellationToken: Cancellation);
        var thrown = await Assert.ThrowsAsync<LongleafFileException>(
            () => Client.Files.WaitUntilProcessedAsync(file.Id, pollInterval: TimeSpan.FromMilliseconds(20), cancellationToken: Cancellation));
        Assert.Equal(LongleafFileStatus.Error, thrown.File.Status);
        Assert.Contains(thrown.File.StatusDetails!, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_uploaded_as_it_comes()
    {
        using var content = new OneWayStream(Encoding.UTF8.GetBytes(Samples.Second));
        var file = await Client.Files.UploadAsync(content, Samples.SecondName, cancellationToken: Cancellation);
        Assert.Equal(Encoding.UTF8.GetByteCount(Samples.Second), file.Bytes);
    }

    [Fact]
    public async Task An_answer_carries_citations_that_hold_and_what_was_read()
    {
        var file = await UploadAsync(Samples.FirstName, Samples.First);
        List<OpenAI.Chat.ChatMessage> messages = [new SystemChatMessage("You are a helpful assistant."), FileReferences.Message(file), new UserChatMessage(Samples.Question)];
        var reading = new ReadingOptions { Mode = ReadingMode.Retrieve, Citations = true, Coverage = true, Usage = true };
        ChatCompletion whole = await Client.GetChatClient().CompleteChatAsync(messages, new ChatCompletionOptions().WithReading(reading), Cancellation);

        var details = whole.GetReading()!;
        var text = (await Client.Files.GetTextAsync(file.Id, Cancellation)).EnumerateRunes().ToList();
        Assert.NotEmpty(details.Citations!);
        Assert.All(details.Citations!, citation =>
        {
            Assert.Equal((file.Id, file.FileName), (citation.FileId, citation.FileName));
            Assert.Equal(citation.Quote, string.Concat(text[(int)citation.Start..(int)citation.End]));
        });
        Assert.Equal(ReadingMode.Retrieve, details.Coverage!.Mode);
        Assert.Equal(file.Id, Assert.Single(details.Coverage.Files).FileId);
        Assert.NotNull(details.Usage);

        var streamed = new List<ReadingDetails>();
        await foreach (var update in Client.GetChatClient().CompleteChatStreamingAsync(messages, new ChatCompletionOptions().WithReading(reading), Cancellation))
        {
            if (update.GetReading() is { } last)
            {
                streamed.Add(last);
            }
        }

        Assert.Equal(details.Citations, Assert.Single(streamed).Citations);
        ChatCompletion plain = await Client.GetChatClient().CompleteChatAsync(messages, cancellationToken: Cancellation);
        Assert.Null(plain.GetReading());
    }

    [Fact]
    public async Task A_chat_may_wait_for_a_file_that_was_just_uploaded()
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes($"The password of {Guid.NewGuid()} is heather."));
        var file = await Client.Files.UploadAsync(content, "password.txt", cancellationToken: Cancellation);
        ChatCompletion answer = await Client.GetChatClient().CompleteChatAsync(
            [FileReferences.Message(file), new UserChatMessage("What is the password?")],
            new ChatCompletionOptions().WithReading(new ReadingOptions { WaitForFiles = true }), Cancellation);
        Assert.Contains("heather", answer.Content[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Microsoft_Extensions_AI_sees_files_and_citations()
    {
        using var files = Client.Files.AsIHostedFileClient();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Samples.First));
        var hosted = await files.UploadAsync(content, "text/markdown", Samples.FirstName, cancellationToken: Cancellation);
        await Client.Files.WaitUntilProcessedAsync(hosted.FileId, pollInterval: TimeSpan.FromMilliseconds(20), cancellationToken: Cancellation);
        Assert.Equal((Samples.FirstName, "file-extract"), (hosted.Name, hosted.Purpose));
        Assert.Equal(hosted.FileId, (await files.GetFileInfoAsync(hosted.FileId, cancellationToken: Cancellation))!.FileId);
        Assert.Null(await files.GetFileInfoAsync("file-fe-000000000000000000000000", cancellationToken: Cancellation));
        Assert.Single(await files.ListFilesAsync(new HostedFileClientOptions { Limit = 1 }, Cancellation).ToListAsync(Cancellation));
        await using (var download = await files.DownloadAsync(hosted.FileId, cancellationToken: Cancellation))
        {
            using var reader = new StreamReader(download);
            Assert.Contains(Samples.Answer, await reader.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
        }

        using var chat = Client.GetChatClient().AsIChatClient();
        Microsoft.Extensions.AI.ChatMessage[] messages = [FileReferences.ChatMessage(hosted.FileId), new(ChatRole.User, Samples.Question)];
        var options = new ChatOptions().WithReading(new ReadingOptions { Citations = true });
        var response = await chat.GetResponseAsync(messages, options, Cancellation);
        Assert.Contains(Samples.Answer, response.Text, StringComparison.Ordinal);
        Assert.NotEmpty(response.GetReading()!.Citations!);
        var updates = await chat.GetStreamingResponseAsync(messages, options, Cancellation).ToListAsync(Cancellation);
        Assert.NotEmpty(Assert.Single(updates.Select(update => update.GetReading()).OfType<ReadingDetails>()).Citations!);

        Assert.True(await files.DeleteAsync(hosted.FileId, cancellationToken: Cancellation));
        Assert.Same(files, files.GetService(typeof(IHostedFileClient)));
        Assert.NotNull(files.GetService(typeof(HostedFileClientMetadata)));
    }

    private async Task<LongleafFile> UploadAsync(string name, string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var file = await Client.Files.UploadAsync(content, name, cancellationToken: Cancellation);
        return await Client.Files.WaitUntilProcessedAsync(file.Id, pollInterval: TimeSpan.FromMilliseconds(20), cancellationToken: Cancellation);
    }

    // Progress<T> tells on another thread, later.
    private sealed class Reports<T> : IProgress<T>
    {
        public List<T> All { get; } = [];

        public void Report(T value) => All.Add(value);
    }

    private sealed class OneWayStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
