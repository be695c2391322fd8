using System.Diagnostics;
using System.Net;
using System.Runtime.Versioning;
using System.Text.Json;
using Longleaf.Tests;

namespace Longleaf.Server.Tests.Durability;

[SupportedOSPlatform("linux")]
public sealed class DiskFullTests
{
    // Mounts a small disk over the folder, for this process and its children alone, with what was in the folder.
    private const string Script = """
        set -e
        mkdir "$1/disk"
        mount -t tmpfs -o size=16m tmpfs "$1/disk"
        cp -a "$1/data/." "$1/disk"
        mount --bind "$1/disk" "$1/data"
        exec "$2" serve --data "$1/data" --urls http://127.0.0.1:0
        """;

    [Fact]
    public async Task A_chat_on_a_full_disk_is_answered_with_503_and_works_again_when_there_is_room()
    {
        Assert.SkipUnless(await MayMountAsync(), "This machine gives no mount namespaces, so there is no small disk to fill.");
        var root = Directory.CreateTempSubdirectory("longleaf-test-");
        try
        {
            var data = root.CreateSubdirectory("data").FullName;
            await using (var first = await ServerProcess.StartAsync(data))
            {
                await first.TerminateAsync();
            }

            await using var server = await ServerProcess.StartAsync(
                ["unshare", "-rm", "sh", "-c", Script, "sh", root.FullName, ServerProcess.Program], data, ownsData: false, ("Platform__MinFreeBytes", "0"));
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(server)).Status);

            // The disk as the server sees it.
            var filler = $"/proc/{server.ProcessId}/root{data}/filler";
            Fill(filler);
            var (status, error) = await AskAsync(server);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Equal("ServiceUnavailable", error.GetProperty("error").GetProperty("code").GetString());
            await WaitForLogAsync(server, "was refused because the disk is full");

            // A document given as text has to be written for its reader.
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await AskAsync(server, "The moon is round.")).Status);

            File.Delete(filler);
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, "The moon is round.")).Status);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    // Logs are written after the answer has gone out.
    private static async Task WaitForLogAsync(ServerProcess server, string words)
    {
        var clock = Stopwatch.StartNew();
        while (!server.Log.Contains(words, StringComparison.Ordinal) && clock.Elapsed < TimeSpan.FromSeconds(10))
        {
            await Task.Delay(20);
        }

        Assert.Contains(words, server.Log, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(ServerProcess server, string? document = null)
    {
        object question = new { role = "user", content = "hi" };
        using var response = await server.Http.ChatAsync(new
        {
            model = "qwen-long",
            messages = document is null
                ? [question]
                : new[] { new { role = "system", content = "You are terse." }, new { role = "system", content = document }, question },
        });
        return (response.StatusCode, JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()));
    }

    private static void Fill(string path)
    {
        var piece = new byte[4096];
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                file.Write(piece);
            }
        }
        catch (IOException)
        {
            // Full, which is what it is for.
        }
    }

    private static async Task<bool> MayMountAsync()
    {
        using var process = Process.Start(new ProcessStartInfo("unshare", ["-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
