using System.Collections.Concurrent;

namespace Longleaf.Documents.Isolation;

/// <summary>Readers started and waiting. Each is handed out once; another is started in its place.</summary>
internal sealed class ReaderPool(IsolationOptions options, Cage cage, ScratchFolders folders, ProcessLauncher launcher, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<Task<ReaderProcess>> _waiting = new();
    private volatile bool _disposed;

    public Cage Cage => cage;

    public void Fill()
    {
        while (!_disposed && _waiting.Count < options.WaitingReaders)
        {
            _waiting.Enqueue(StartAsync());
        }
    }

    /// <summary>A reader that is ready for a document; it is the caller's to dispose.</summary>
    /// <exception cref="IOException">None can be started.</exception>
    public async Task<ReaderProcess> RentAsync()
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
                        return reader;
                    }

                    await reader.DisposeAsync();
                }
            }

            return await StartAsync();
        }
        finally
        {
            Fill();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        while (_waiting.TryDequeue(out var started))
        {
            if (await started.ContinueWith(task => task.IsCompletedSuccessfully, TaskScheduler.Default))
            {
                await (await started).DisposeAsync();
            }
        }
    }

    private async Task<ReaderProcess> StartAsync()
    {
        var folder = folders.Create();
        try
        {
            return await ReaderProcess.StartAsync(cage, launcher, folder, time, StartPatience);
        }
        catch (IOException)
        {
            ScratchFolders.Delete(folder);
            throw;
        }
    }
}
