using System.Net;
using System.Text;
using Longleaf.Tests;

namespace Longleaf.Server.Tests.Durability;

public sealed class KillTests
{
    [Fact]
    public async Task A_file_acknowledged_is_there_and_parsed_after_kill_9()
    {
        var data = Directory.CreateTempSubdirectory("longleaf-test-").FullName;
        try
        {
            var ids = new List<string>();
            await using (var server = await ServerProcess.StartAsync(data))
            {
                for (var number = 0; number < 8; number++)
                {
                    var (status, file) = await server.Http.UploadAsync($"{number}.txt", Novel(number));
                    Assert.Equal(HttpStatusCode.OK, status);
                    ids.Add(file.GetProperty("id").GetString()!);
                }

                await server.KillAsync();
            }

            await using var again = await ServerProcess.StartAsync(data);
            foreach (var id in ids)
            {
                Assert.Equal("processed", (await again.Http.WaitAsync(id)).GetProperty("status").GetString());
            }
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task An_upload_cut_by_kill_9_leaves_nothing()
    {
        var data = Directory.CreateTempSubdirectory("longleaf-test-").FullName;
        try
        {
            await using (var server = await ServerProcess.StartAsync(data))
            {
                var stalled = new StalledContent(4 << 20);
                var upload = server.Http.UploadAsync("half.txt", stalled);
                await stalled.Stalled;
                await server.KillAsync();
                stalled.BreakOff();
                await Assert.ThrowsAnyAsync<HttpRequestException>(() => upload);
            }

            await using var again = await ServerProcess.StartAsync(data);
            await AssertEmptyAsync(again);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task An_upload_the_client_breaks_off_leaves_nothing()
    {
        await using var server = await ServerProcess.StartAsync();
        using var cancel = new CancellationTokenSource();
        var stalled = new StalledContent(4 << 20);
        using var form = new MultipartFormDataContent { { new StringContent("file-extract"), "purpose" }, { stalled, "file", "half.txt" } };
        var upload = server.Http.PostAsync("v1/files", form, cancel.Token);
        await stalled.Stalled;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        while (!LargeFiles(server).Any())
        {
            // What was sent is not yet on the disk.
            await Task.Delay(20, patience.Token);
        }

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upload);

        while (LargeFiles(server).Any())
        {
            await Task.Delay(50, patience.Token);
        }

        await AssertEmptyAsync(server);
    }

    [Fact]
    public async Task Sigterm_while_parsing_is_clean_and_parsing_resumes()
    {
        var data = Directory.CreateTempSubdirectory("longleaf-test-").FullName;
        try
        {
            string id;
            await using (var server = await ServerProcess.StartAsync(data))
            {
                var (_, file) = await server.Http.UploadAsync("big.txt", Novel(1, 40));
                id = file.GetProperty("id").GetString()!;
                Assert.Equal(0, await server.TerminateAsync());
            }

            await using var again = await ServerProcess.StartAsync(data);
            Assert.Equal("processed", (await again.Http.WaitAsync(id)).GetProperty("status").GetString());
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task AssertEmptyAsync(ServerProcess server)
    {
        var (_, list) = await server.Http.SendAsync(HttpMethod.Get, "v1/files");
        Assert.Equal(0, list.GetProperty("data").GetArrayLength());
        Assert.Empty(LargeFiles(server));
    }

    private static IEnumerable<string> LargeFiles(ServerProcess server) => Directory
        .EnumerateFiles(server.DataDirectory, "*", SearchOption.AllDirectories)
        .Where(file => !Path.GetFileName(file).StartsWith("longleaf.db", StringComparison.Ordinal) && new FileInfo(file).Length > 100_000);

    private static byte[] Novel(int seed, int chapters = 10)
    {
        var random = new Random(seed);
        string[] words = ["river", "stone", "lamp", "keeper", "winter", "harbour", "letter", "gull", "island", "rope", "morning", "glass"];
        var text = new StringBuilder();
        for (var chapter = 0; chapter < chapters; chapter++)
        {
            for (var sentence = 0; sentence < 1_000; sentence++)
            {
                text.Append("The ").AppendJoin(' ', Enumerable.Range(0, 8).Select(_ => words[random.Next(words.Length)])).Append(sentence % 6 == 0 ? ".\n\n" : ". ");
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
