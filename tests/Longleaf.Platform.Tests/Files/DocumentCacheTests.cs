using Longleaf.Platform.Files;
using Longleaf.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Longleaf.Platform.Tests.Files;

public sealed class DocumentCacheTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Documents_are_shared_while_open_and_the_one_unused_longest_is_closed()
    {
        using var folder = new TemporaryFolder();
        await using var server = await PlatformFixture.StartAsync(folder);
        var keys = await DocumentsAsync(server, 4);
        using var cache = new DocumentCache(server.Host.Services.GetRequiredService<ArtifactOpener>()) { Capacity = 2 };

        var (first, releaseFirst) = await cache.OpenAsync(keys[0]);
        var (same, releaseSame) = await cache.OpenAsync(keys[0]);
        Assert.Same(first, same);
        foreach (var key in keys[1..])
        {
            var (other, release) = await cache.OpenAsync(key);
            Assert.StartsWith("Document", other.Text.Read(0, 8), StringComparison.Ordinal);
            release();
        }

        // Over capacity by others, yet open for who reads it.
        Assert.Equal("Document 0", first.Text.Read(0, 10));
        var (last, releaseLast) = await cache.OpenAsync(keys[3]);
        var (last2, releaseLast2) = await cache.OpenAsync(keys[3]);
        Assert.Same(last, last2);
        releaseFirst();
        releaseSame();
        releaseLast();
        releaseLast2();
        var (again, releaseAgain) = await cache.OpenAsync(keys[1]);
        Assert.Equal("Document 1", again.Text.Read(0, 10));
        releaseAgain();
    }

    [Fact]
    public async Task What_is_to_be_deleted_is_closed_at_once_or_when_its_last_reader_leaves()
    {
        using var folder = new TemporaryFolder();
        await using var server = await PlatformFixture.StartAsync(folder);
        var key = Assert.Single(await DocumentsAsync(server, 1));
        using var cache = new DocumentCache(server.Host.Services.GetRequiredService<ArtifactOpener>());
        var closed = new TaskCompletionSource();
        Task Closed()
        {
            closed.SetResult();
            return Task.CompletedTask;
        }

        Assert.True(cache.TryForget(key, Closed));
        var (_, release) = await cache.OpenAsync(key);
        var (_, releaseToo) = await cache.OpenAsync(key);
        Assert.False(cache.TryForget(key, Closed));
        release();
        Assert.False(closed.Task.IsCompleted);
        releaseToo();
        await closed.Task.WaitAsync(Stop);
        Assert.True(cache.TryForget(key, Closed));
    }

    [Fact]
    public async Task Artefacts_that_are_not_there_fail_for_everybody_and_can_be_tried_again()
    {
        using var folder = new TemporaryFolder();
        await using var server = await PlatformFixture.StartAsync(folder);
        using var cache = new DocumentCache(server.Host.Services.GetRequiredService<ArtifactOpener>());
        var key = new ArtifactKey(new ContentKey(Guid.NewGuid(), new string('0', 64)), "0123456789abcdef");

        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => cache.OpenAsync(key));
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => cache.OpenAsync(key));
        Assert.True(cache.TryForget(key, () => Task.CompletedTask));
    }

    private static async Task<ArtifactKey[]> DocumentsAsync(PlatformFixture server, int count)
    {
        var ada = await server.NewPrincipalAsync();
        for (var number = 0; number < count; number++)
        {
            await server.SettledAsync(ada, (await server.UploadAsync(ada, $"Document {number}")).Id);
        }

        return await server.Host.Services.GetRequiredService<PlatformDatabase>().ReadAsync(
            context => context.Files.OrderBy(file => file.Sequence)
                .Select(file => new ArtifactKey(new ContentKey(file.AccountId, file.ContentHash), file.Variant!))
                .ToArrayAsync(Stop),
            Stop);
    }
}
