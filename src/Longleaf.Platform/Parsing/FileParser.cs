using Longleaf.Documents;
using Longleaf.Platform.Files;
using Longleaf.Platform.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Longleaf.Platform.Parsing;

/// <summary>Parses one file from <see cref="FileStatus.Processing"/> to its end, or reads it again.</summary>
internal sealed partial class FileParser(
    FileLeases leases,
    ParseQueue queue,
    ParseProgress progress,
    DocumentBuilder builder,
    IDocumentReader reader,
    IBlobStore blobs,
    ContentLocks locks,
    ContentSweeper sweeper,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<FileParser> logger)
{
    /// <summary>How often a parsing that ended in an unexpected exception is tried again.</summary>
    public const int MaxRetries = 3;

    private static readonly TimeSpan DiskFullDelay = TimeSpan.FromSeconds(60);

    private static readonly DocumentFailure GaveUp = new(
        DocumentFailureCode.ReaderDied, "The file could not be read because of a problem in the server; delete it and upload it again.");

    private readonly Lock _gate = new();
    private readonly Dictionary<string, TaskCompletionSource> _running = new(StringComparer.Ordinal);

    /// <summary>Whether this process parses a file, or has it waiting for its turn.</summary>
    public bool Has(string fileId)
    {
        lock (_gate)
        {
            return _running.ContainsKey(fileId);
        }
    }

    /// <summary>Waits until what has begun has ended.</summary>
    public Task DrainAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.WhenAll(_running.Values.Select(run => run.Task)).WaitAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Parses a file, if it waits for that: (1) wait for a turn, (2) take the lease, (3) read and stage the artefacts while
    /// the lease is renewed, (4) put the artefacts in place and publish, fenced by the lease, (5) remove those it had before. Does
    /// nothing if it is at it already. Never throws.
    /// </summary>
    public async Task RunAsync(string fileId)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (!_running.TryAdd(fileId, ended))
            {
                return;
            }
        }

        await GuardedAsync(fileId);
        lock (_gate)
        {
            _running.Remove(fileId);
        }

        ended.SetResult();
    }

    private async Task GuardedAsync(string fileId)
    {
        try
        {
            await RunAsync(fileId, lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // The row stays as it is, and the next start goes on with it.
        }
#pragma warning disable CA1031 // The border of the background work: what went wrong is logged, and the periodic scan comes back to the file.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.CouldNotRun(logger, exception, fileId);
        }
    }

    private async Task RunAsync(string fileId, CancellationToken stopping)
    {
        if (await leases.FindJobAsync(fileId, stopping) is not { } job)
        {
            return;
        }

        // :: 1: a turn
        var key = ArtifactKey.For(job.Content, reader.Version, job.FileName);
        using var place = await queue.EnterAsync(key, job.IsReparse, stopping);

        // :: 2: the lease
        if (await leases.AcquireAsync(fileId, stopping) is not { } lease)
        {
            return;
        }

        using var parsing = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var entry = progress.Begin(fileId, parsing);
        var renewal = RenewAsync(lease, parsing);
        try
        {
            await ParseAsync(job, lease, key, entry, parsing.Token);
        }
        catch (OperationCanceledException) when (parsing.IsCancellationRequested)
        {
            // Stopping: given back. Deleted, or the lease lost: this changes nothing.
            await leases.ReleaseAsync(lease, lease.FailedAttempts, TimeSpan.Zero, CancellationToken.None);
        }
#pragma warning disable CA1031 // A bug or a machine's failure costs this file a retry, not the server its worker.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await RetryLaterAsync(lease, exception);
        }
        finally
        {
            await parsing.CancelAsync();
            await renewal;
        }
    }

    private async Task ParseAsync(ParseJob job, FileLease lease, ArtifactKey key, ParseProgress.Entry entry, CancellationToken cancellationToken)
    {
        // :: 3: the artefacts, unless the same bytes were read before
        if (lease.Reparse != ReparseReason.Asked && await TryPublishExistingAsync(lease, key, cancellationToken))
        {
            await RemoveReplacedAsync(lease);
            return;
        }

        using var staged = blobs.StageFolder();
        var started = time.GetTimestamp();
        var (manifest, failure) =
            await builder.BuildAsync(blobs.ContentPath(job.Content), job.FileName, job.Content.AccountId, staged, entry.Report, cancellationToken);
        var elapsed = (long)time.GetElapsedTime(started).TotalMilliseconds;
        if (manifest is null)
        {
            await leases.FailAsync(lease, failure!, reader.Version, CancellationToken.None);
            Log.Unreadable(logger, job.FileId, failure!.Code, elapsed);
            return;
        }

        // :: 4: in place, and published
        bool published;
        using (await locks.EnterAsync(key.Content, cancellationToken))
        {
            var next = key.Next(blobs.Variants(key.Content));
            await blobs.CommitArtifactsAsync(next, staged);
            published = await leases.PublishAsync(lease, next.Variant, manifest, CancellationToken.None);
        }

        if (published)
        {
            Log.Parsed(logger, job.FileId, manifest.Tokens, elapsed);
            await RemoveReplacedAsync(lease);
        }
        else
        {
            await sweeper.SweepAsync(key.Content);
        }
    }

    // :: 5: what nobody refers to any more, and nobody has open
    private Task RemoveReplacedAsync(FileLease lease) => lease.Variant is null ? Task.CompletedTask : sweeper.SweepAsync(lease.Content);

    private async Task<bool> TryPublishExistingAsync(FileLease lease, ArtifactKey key, CancellationToken cancellationToken)
    {
        using (await locks.EnterAsync(key.Content, cancellationToken))
        {
            if (await sweeper.FindLatestAsync(key, cancellationToken) is not var (found, manifest))
            {
                return false;
            }

            await leases.PublishAsync(lease, found.Variant, manifest, CancellationToken.None);
            return true;
        }
    }

    private async Task RetryLaterAsync(FileLease lease, Exception exception)
    {
        if (DiskFull.Is(exception))
        {
            // Nothing that the file is to blame for: as often as it takes.
            Log.DiskFull(logger, lease.FileId);
            await leases.ReleaseAsync(lease, lease.FailedAttempts, DiskFullDelay, CancellationToken.None);
            return;
        }

        Log.Failed(logger, exception, lease.FileId, lease.FailedAttempts + 1);
        if (lease.FailedAttempts >= MaxRetries)
        {
            await leases.FailAsync(lease, GaveUp, reader.Version, CancellationToken.None);
            return;
        }

        // 1, 4, 16 seconds.
        var delay = TimeSpan.FromSeconds(1 << (2 * lease.FailedAttempts));
        await leases.ReleaseAsync(lease, lease.FailedAttempts + 1, delay, CancellationToken.None);
    }

    // Ends when the parsing does; ends the parsing when the lease is lost.
    private async Task RenewAsync(FileLease lease, CancellationTokenSource parsing)
    {
        using var timer = new PeriodicTimer(FileLeases.Duration / 4, time);
        try
        {
            while (await timer.WaitForNextTickAsync(parsing.Token))
            {
                if (!await leases.RenewAsync(lease, parsing.Token))
                {
                    await parsing.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException) when (parsing.IsCancellationRequested)
        {
            // The parsing has ended.
        }
#pragma warning disable CA1031 // Without renewal the work may still be done in time; if not, the fence keeps its result out.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NotRenewed(logger, exception, lease.FileId);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2000, LogLevel.Information, "File {FileId} parsed: {Tokens} tokens in {Milliseconds} ms")]
        public static partial void Parsed(ILogger logger, string fileId, long tokens, long milliseconds);

        [LoggerMessage(2001, LogLevel.Information, "File {FileId} cannot be parsed: {Code}, after {Milliseconds} ms")]
        public static partial void Unreadable(ILogger logger, string fileId, DocumentFailureCode code, long milliseconds);

        [LoggerMessage(2002, LogLevel.Error, "File {FileId}: parsing failed, attempt {Attempt}")]
        public static partial void Failed(ILogger logger, Exception exception, string fileId, int attempt);

        [LoggerMessage(2003, LogLevel.Error, "File {FileId}: the disk is full; parsing is tried again in a minute")]
        public static partial void DiskFull(ILogger logger, string fileId);

        [LoggerMessage(2004, LogLevel.Warning, "File {FileId}: the lease could not be renewed")]
        public static partial void NotRenewed(ILogger logger, Exception exception, string fileId);

        [LoggerMessage(2005, LogLevel.Error, "File {FileId}: parsing could not be run; the next scan tries again")]
        public static partial void CouldNotRun(ILogger logger, Exception exception, string fileId);
    }
}
