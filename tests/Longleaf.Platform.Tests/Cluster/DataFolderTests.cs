using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Longleaf.Platform.Tests.Cluster;

public sealed class DataFolderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_servers_start_side_by_side()
    {
        var folders = Enumerable.Range(0, 10).Select(_ => new TemporaryFolder()).ToArray();
        var servers = await Task.WhenAll(folders.Select(folder => PlatformFixture.StartAsync(folder)));

        foreach (var server in servers)
        {
            var readiness = server.Host.Services.GetRequiredService<PlatformReadiness>();
            Assert.Null(await readiness.CheckAsync(Stop));
        }

        await Task.WhenAll(servers.Select(server => server.DisposeAsync().AsTask()));
        Array.ForEach(folders, folder => folder.Dispose());
    }

    [Fact]
    public async Task A_second_server_on_a_folder_is_refused_with_a_sentence_and_the_folder_is_free_after_the_first()
    {
        using var folder = new TemporaryFolder();
        await using (await PlatformFixture.StartAsync(folder))
        {
            var refused = await Assert.ThrowsAsync<DataFolderInUseException>(() => PlatformFixture.StartAsync(folder));
            Assert.Equal($"Another Longleaf server is using {folder.Path}; stop it or choose another --data.", refused.Message);
        }

        await using var next = await PlatformFixture.StartAsync(folder);
        Assert.True(await next.Keys.IsEmptyAsync(Stop));
    }

    [Fact]
    public async Task It_starts_and_stops_quickly()
    {
        // The first start in a process compiles; what is watched here are timers and waits.
        using var folder = new TemporaryFolder();
        await (await PlatformFixture.StartAsync(folder)).DisposeAsync();
        var clock = Stopwatch.StartNew();
        var server = await PlatformFixture.StartAsync(folder);
        var started = clock.Elapsed;
        clock.Restart();
        await server.DisposeAsync();
        var stopped = clock.Elapsed;

        // 0.17 and 0.01 s on an idle machine; Orleans' own waits would be 5 s and more.
        Assert.True(started < TimeSpan.FromSeconds(5), $"start took {started}");
        Assert.True(stopped < TimeSpan.FromSeconds(5), $"stop took {stopped}");
    }
}
