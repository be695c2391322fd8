using System.Collections.Concurrent;
using System.Diagnostics;

namespace Longleaf.Documents.Isolation;

/// <summary>
/// Starts processes from one thread that lives as long as the pool. A child that asks to die with its parent (PR_SET_PDEATHSIG, <c>bwrap
/// --die-with-parent</c>) is killed when the <em>thread</em> that started it ends, and threads of the thread pool end when they idle.
/// </summary>
internal sealed class ProcessLauncher : IDisposable
{
    private readonly BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process> Started)> _wanted = [];

    public ProcessLauncher() => new Thread(Run) { IsBackground = true, Name = "Reader launcher" }.Start();

    /// <exception cref="IOException">It cannot be started.</exception>
    public Task<Process> StartAsync(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        _wanted.Add((start, started));
        return started.Task;
    }

    public void Dispose() => _wanted.CompleteAdding();

    private void Run()
    {
        foreach (var (start, started) in _wanted.GetConsumingEnumerable())
        {
            try
            {
                started.SetResult(Process.Start(start) ?? throw new IOException($"{start.FileName} did not start."));
            }
#pragma warning disable CA1031 // Whatever goes wrong belongs to the caller, not to this thread.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                started.SetException(new IOException($"{start.FileName} cannot be started.", exception));
            }
        }
    }
}
