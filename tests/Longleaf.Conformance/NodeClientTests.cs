using System.Diagnostics;
using System.Text.Json;

namespace Longleaf.Conformance;

/// <summary>The first slice through npm's <c>openai</c>.</summary>
public sealed class NodeClientTests(ServerFixture fixture)
{
    private static readonly string Scripts = Path.Combine(AppContext.BaseDirectory, "node");

    [Fact]
    public async Task The_whole_flow_works_with_only_base_url_and_key_changed()
    {
        await RunAsync("npm", ["ci", "--silent"]);
        var samples = Samples.Write();
        var output = await RunAsync("node", ["flow.mjs", samples.First, samples.Second, Samples.Question, Samples.LaterQuestion]);
        var seen = JsonSerializer.Deserialize<JsonElement>(output);

        var uploaded = seen.GetProperty("uploaded");
        Assert.Equal("processed", uploaded.GetProperty("status").GetString());
        Assert.Equal("file-extract", uploaded.GetProperty("purpose").GetString());
        Assert.Contains(Samples.Answer, seen.GetProperty("answer").GetString(), StringComparison.Ordinal);
        Assert.Equal("stop", seen.GetProperty("finishReason").GetString());
        Assert.Equal(seen.GetProperty("answer").GetString(), seen.GetProperty("streamed").GetString());
        Assert.True(seen.GetProperty("chunks").GetInt32() > 3);
        Assert.Equal(seen.GetProperty("usage").ToString(), seen.GetProperty("streamUsage").ToString());
        Assert.Contains(Samples.LaterAnswer, seen.GetProperty("later").GetString(), StringComparison.Ordinal);
        Assert.True(seen.GetProperty("listed").GetArrayLength() >= 2);
        Assert.True(seen.GetProperty("deleted").GetBoolean());
        Assert.Equal("NotFoundError", seen.GetProperty("afterDelete").GetProperty("name").GetString());
        Assert.Equal("BadRequestError", seen.GetProperty("chatAfterDelete").GetProperty("name").GetString());
        Assert.Contains($"Invalid file [id:{uploaded.GetProperty("id").GetString()}].", seen.GetProperty("chatAfterDelete").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("qwen-long", seen.GetProperty("models").EnumerateArray().Select(model => model.GetString()));
    }

    private async Task<string> RunAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Scripts, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["BASE_URL"] = new Uri(fixture.Server.Address, "compatible-mode/v1").ToString();
        start.Environment["API_KEY"] = fixture.Server.ApiKey;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return output;
    }
}
