using Longleaf.Platform.Cluster;
using Longleaf.Platform.Files;
using Longleaf.Platform.Parsing;
using Longleaf.Platform.Storage;
using Microsoft.Extensions.Hosting;

namespace Longleaf.Platform;

/// <summary>
/// Makes the platform ready before anything else of the host starts (a port that is open serves), and stops it after
/// everything else has stopped.
/// </summary>
internal sealed class PlatformStartup(
    PlatformDatabase database, IBlobStore blobs, FileParser parser, DocumentCache cache, SiloHost silo) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        // The silo and the database do not need each other to start.
        var cluster = Task.Run(() => silo.StartAsync(cancellationToken), cancellationToken);
        blobs.ClearStaging();
        await database.MigratedAsync().WaitAsync(cancellationToken);
        await cluster;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        // Parsing was told to stop when the host was; it gives its leases back.
        await parser.DrainAsync(cancellationToken);
        await cache.DrainAsync(cancellationToken);
        await silo.StopAsync(cancellationToken);
    }
}
