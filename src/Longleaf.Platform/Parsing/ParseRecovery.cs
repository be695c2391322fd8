using Longleaf.Platform.Cluster;
using Longleaf.Platform.Files;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Longleaf.Platform.Parsing;

/// <summary>
/// Wakes the files that wait to be parsed: at start those that an earlier process left, and every few seconds those whose
/// wake-up was lost, whose lease ran out or whose retry is due.
/// </summary>
internal sealed partial class ParseRecovery(
    FileLeases leases, FileParser parser, ContentSweeper sweeper, SiloHost silo, TimeProvider time, ILogger<ParseRecovery> logger) : BackgroundService
{
    private const int FilesPerScan = 1000;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not on the start's own path.
        await Task.Yield();
        await GuardAsync(() => leases.VoidOthersAsync(stoppingToken), stoppingToken);
        var sweep = GuardAsync(() => sweeper.SweepAllAsync(stoppingToken), stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                await GuardAsync(() => ScanAsync(stoppingToken), stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }

        await sweep;
    }

    private async Task ScanAsync(CancellationToken cancellationToken)
    {
        foreach (var fileId in await leases.FindWaitingAsync(FilesPerScan, cancellationToken))
        {
            if (!parser.Has(fileId))
            {
                silo.Wake(fileId);
            }
        }
    }

    private async Task GuardAsync(Func<Task> work, CancellationToken stopping)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopping.
        }
#pragma warning disable CA1031 // The safety net must not fall itself: logged, and tried again at the next tick.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.Failed(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2500, LogLevel.Error, "Looking for files that wait to be parsed failed")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
