using Longleaf.Platform.Files;

namespace Longleaf.Platform.Tests.Files;

/// <summary>Alone, since what is measured is the whole process's.</summary>
[Collection(nameof(Alone))]
public sealed class UploadMemoryTests
{
    [Fact]
    public async Task Receiving_a_large_file_takes_little_memory()
    {
        using var folder = new TemporaryFolder();
        await using var server = await PlatformFixture.StartAsync(folder);
        var ada = await server.NewPrincipalAsync();
        await server.TryUploadAsync(ada, new ZeroStream(1 << 20), purpose: FilePurpose.Batch);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        Assert.IsType<UploadOutcome.Accepted>(await server.TryUploadAsync(ada, new ZeroStream(150 << 20), purpose: FilePurpose.Batch));

        // Allocated in all, collected since or not.
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 8 << 20);
    }
}
