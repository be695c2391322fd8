using System.Collections.Concurrent;

namespace Longleaf.Documents.Isolation;

/// <summary>
/// Readers started and waiting. One that was handed out for an owner's document and comes back well is kept for that owner's next, and for
/// nobody else's; any other ends, and another is started in the place of one that had not been used.
/// </summary>
internal sealed class ReaderPool : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(30);

    private readonly IsolationOptions _options;
    private readonly ScratchFolders _folders;
    private readonly ProcessLauncher _launcher;
    private readonly TimeProvider _time;
    private readonly ConcurrentQueue<Task<ReaderProcess>> _waiting = new();
    private readonly IdleReaders _idle;
    private readonly ConcurrentDictionary<ReaderProcess, Task> _ending = new();
    private volatile bool _disposed;

    public ReaderPool(IsolationOptions options, Cage cage, ScratchFolders folders, ProcessLauncher launcher, TimeProvider time)
    {
        (_options, _folders, _launcher, _time, Cage) = (options, folders, launcher, time, cage);
        _idle = new IdleReaders(options, cage.LifetimeProcessorTime, time, End);
    }

    public Cage Cage { get; }

    public void Fill()
    {
        while (!_disposed && _waiting.Count < _options.WaitingReaders)
        {
            _waiting.Enqueue(StartAsync());
        }
    }

    /// <summary>Starts a first reader, which then waits as the others do.</summary>
    /// <returns>Whether its system call filter is on.</returns>
    /// <exception cref="IOException">None can be started.</exception>
    public async Task<bool> StartFirstAsync()
    {
        var first = await StartAsync();
        _waiting.Enqueue(Task.FromResult(first));
        Fill();
        return first.HasSystemCallFilter;
    }

    /// <summary>A reader that is ready for a document; it is the caller's to give back.</summary>
    /// <param name="owner">Whose document it is; <see langword="null"/> for a reader that has read none before and will read none after.</param>
    /// <param name="limits">What the document may cost.</param>
    /// <exception cref="IOException">None can be started.</exception>
    public async Task<ReaderProcess> RentAsync(string? owner, SessionLimits limits) =>
        owner is not null && _options.ReuseReaders && _idle.Take(owner, limits) is { } idle ? idle : await RentUnusedAsync(owner);

    /// <summary>A reader that has read no document.</summary>
    /// <param name="owner">Whose document it is for.</param>
    /// <exception cref="IOException">None can be started.</exception>
    public async Task<ReaderProcess> RentUnusedAsync(string? owner)
    {
        try
        {
            while (_waiting.TryDequeue(out var started))
            {
                // One that failed to start or died while it waited (a machine out of memory a while ago) is no reason to fail now.
                if (await started.ContinueWith(task => task.IsCompletedSuccessfully, TaskScheduler.Default))
                {
                    var reader = await started;
                    if (!reader.HasExited)
                    {
                        reader.Owner = owner;
                        return reader;
                    }

                    End(reader);
                }
            }

            var another = await StartAsync();
            another.Owner = owner;
            return another;
        }
        finally
        {
            Fill();
        }
    }

    /// <summary>Takes a reader back: its document is removed from its sight, and it is kept for its owner, or ends.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="isWell">Whether it said how its document ended.</param>
    public void Return(ReaderProcess reader, bool isWell)
    {
        if (isWell && _options.ReuseReaders && reader.Owner is not null && ScratchFolders.TryEmpty(reader.Folder))
        {
            _idle.Add(reader);
        }
        else
        {
            End(reader);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        while (_waiting.TryDequeue(out var started))
        {
            if (await started.ContinueWith(task => task.IsCompletedSuccessfully, TaskScheduler.Default))
            {
                End(await started);
            }
        }

        _idle.Close();
        await Task.WhenAll(_ending.Values);
    }

    // The process is killed and its document removed before this returns; nobody waits for the kernel to be done with it.
    private void End(ReaderProcess reader)
    {
        reader.Kill();
        ScratchFolders.TryEmpty(reader.Folder);
        var ending = _ending[reader] = EndAsync(reader);
        ending.ContinueWith(_ => _ending.TryRemove(reader, out var _), TaskScheduler.Default);
    }

    private static async Task EndAsync(ReaderProcess reader)
    {
        try
        {
            await reader.DisposeAsync();
        }
        catch (IOException)
        {
            // Its folder cannot be removed now; it goes with all others when the server ends, or the next starts.
        }
    }

    private async Task<ReaderProcess> StartAsync()
    {
        var folder = _folders.Create();
        try
        {
            return await ReaderProcess.StartAsync(Cage, _launcher, folder, _time, StartPatience);
        }
        catch (IOException)
        {
            ScratchFolders.Delete(folder);
            throw;
        }
    }
}
