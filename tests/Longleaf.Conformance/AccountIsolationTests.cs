using System.Text;
using System.Text.RegularExpressions;
using Longleaf.Bench.Requests;
using Longleaf.Conformance.Scenarios;
using Longleaf.Tests;

namespace Longleaf.Conformance;

/// <summary>Every call of one account with ids of another answers as for an id that nobody has, byte for byte apart from ids.</summary>
public sealed partial class AccountIsolationTests(ServerFixture fixture)
{
    private const string UnknownDocument = "file-fe-0123456789abcdef01234567";
    private const string UnknownBatchFile = "file-batch-0123456789abcdef01234567";

    /// <summary>Every endpoint that takes an id, and every place in a body where one may stand; <c>@</c> is the id.</summary>
    public static TheoryData<string, string?> Calls => new()
    {
        { "GET /compatible-mode/v1/files/@", null },
        { "GET /v1/files/@", null },
        { "DELETE /compatible-mode/v1/files/@", null },
        { "GET /compatible-mode/v1/files/@/content", null },
        { "GET /compatible-mode/v1/files/@/content?format=json", null },
        { "GET /compatible-mode/v1/files?after=@", null },
        { "GET /compatible-mode/v1/files?after=@&order=asc&limit=1", null },
        { "POST /compatible-mode/v1/chat/completions", Chat("fileid://@") },
        { "POST /compatible-mode/v1/chat/completions", Chat("fileid://@", ",\"stream\":true") },
        { "POST /compatible-mode/v1/chat/completions", Chat("fileid://$,fileid://@") },
        { "POST /compatible-mode/v1/chat/completions", Chat("fileid://@,fileid://$") },
        { "POST /compatible-mode/v1/chat/completions", """{"model":"qwen-long","messages":[{"role":"user","content":[{"type":"file","file":{"file_id":"@"}},{"type":"text","text":"?"}]}]}""" },
        { "POST /compatible-mode/v1/chat/completions", Chat("fileid://@", ",\"reading\":{\"wait_for_files\":true}") },
        { "POST /compatible-mode/v1/chat/completions", Chat("fileid://@", ",\"reading\":{\"plan_only\":true}") },
        { "POST /compatible-mode/v1/batches", """{"input_file_id":"@","endpoint":"/v1/chat/completions","completion_window":"24h"}""" },
        { "GET /api/v1/files/@", null },
        { "DELETE /api/v1/files/@", null },
        { "POST /api/v1/services/aigc/text-generation/generation", Generation("") },
        { "POST /api/v1/services/aigc/text-generation/generation", Generation(",\"parameters\":{\"stream\":true,\"incremental_output\":true}") },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Anothers_id_is_answered_as_an_unknown_one(string call, string? json)
    {
        var (own, others, stranger) = await AccountsAsync();
        foreach (var (id, unknown) in new[] { (others.Document, UnknownDocument), (others.Batch, UnknownBatchFile) })
        {
            var theirs = await SendAsync(stranger, call, json, id, own);
            var nobodys = await SendAsync(stranger, call, json, unknown, own);
            Assert.Equal(Bare(nobodys, unknown), Bare(theirs, id));
            Assert.DoesNotContain(Samples.Answer, theirs.Text, StringComparison.Ordinal);
        }

        // And nothing became of what the other account has.
        var server = fixture.Server.Process;
        Assert.Equal("processed", (await server.Http.WaitAsync(others.Document)).GetProperty("status").GetString());
        Assert.Contains(Samples.Answer, await server.Http.AskAsync([others.Document], Samples.Question), StringComparison.Ordinal);
        Assert.Equal("{}", await server.Http.GetStringAsync(new Uri($"v1/files/{others.Batch}/content", UriKind.Relative)));
    }

    [Theory]
    [InlineData("GET /compatible-mode/v1/files")]
    [InlineData("GET /compatible-mode/v1/files?purpose=batch")]
    [InlineData("GET /api/v1/files?page_no=1&page_size=100")]
    public async Task A_list_holds_nothing_of_anothers(string call)
    {
        var (_, others, stranger) = await AccountsAsync();
        var list = await SendAsync(stranger, call, null, "", "");
        Assert.DoesNotContain(others.Document, list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(others.Batch, list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_bytes_of_two_accounts_are_two_files()
    {
        var (_, others, stranger) = await AccountsAsync();
        using var http = fixture.Server.Process.ClientFor(stranger);
        var same = await http.UploadAndWaitAsync(Samples.FirstName, Encoding.UTF8.GetBytes(Samples.First));
        Assert.NotEqual(others.Document, same.GetProperty("id").GetString());
        Assert.Equal(System.Net.HttpStatusCode.OK, (await http.SendAsync(HttpMethod.Delete, $"v1/files/{same.GetProperty("id").GetString()}")).Status);
        Assert.Contains(
            Samples.Answer, await fixture.Server.Process.Http.AskAsync([others.Document], Samples.Question), StringComparison.Ordinal);
    }

    private static string Chat(string references, string more = "") =>
        $$"""{"model":"qwen-long","messages":[{"role":"system","content":"{{references}}"},{"role":"user","content":"When was the light first lit?"}]{{more}}}""";

    private static string Generation(string more) =>
        $$"""{"model":"qwen-long","input":{"messages":[{"role":"system","content":"fileid://@"},{"role":"user","content":"When was the light first lit?"}]}{{more}}}""";

    private async Task<RawReply> SendAsync(string key, string call, string? json, string id, string own)
    {
        var body = Encoding.UTF8.GetBytes((json ?? "").Replace("@", id, StringComparison.Ordinal).Replace("$", own, StringComparison.Ordinal));
        return await RawExchange.SendAsync(
            fixture.Server.Access.Address,
            Requests.Raw(fixture.Server.Access with { ApiKey = key }, call.Replace("@", id, StringComparison.Ordinal), "Content-Type: application/json\r\n", body),
            TestContext.Current.CancellationToken);
    }

    // The whole answer, but for ids, the time, and lengths, which follow ids.
    private static string Bare(RawReply reply, string id)
    {
        var head = string.Join('\n', reply.Headers.Where(header => header.Name is not ("Date" or "Content-Length" or "x-request-id")).Select(header => $"{header.Name}: {header.Value}"));
        return $"{reply.Status} {reply.Reason}\n{head}\n{Uuid().Replace(reply.Text, "UUID").Replace(id, "ID", StringComparison.Ordinal)}";
    }

    private async Task<(string Own, (string Document, string Batch) Others, string Stranger)> AccountsAsync()
    {
        var server = fixture.Server.Process;
        var document = (await server.Http.UploadAndWaitAsync(Samples.FirstName, Encoding.UTF8.GetBytes(Samples.First))).GetProperty("id").GetString()!;
        var batch = (await server.Http.UploadAsync("lines.jsonl", new ByteArrayContent("{}"u8.ToArray()), "batch")).Body.GetProperty("id").GetString()!;
        var stranger = await fixture.Server.StrangerKeyAsync();
        using var http = server.ClientFor(stranger);
        var own = (await http.UploadAndWaitAsync(Samples.SecondName, Encoding.UTF8.GetBytes(Samples.Second))).GetProperty("id").GetString()!;
        return (own, (document, batch), stranger);
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Uuid();
}
