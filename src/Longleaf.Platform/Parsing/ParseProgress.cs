using System.Collections.Concurrent;
using Longleaf.Documents;

namespace Longleaf.Platform.Parsing;

/// <summary>The parsing that goes on in this process: how far each is, and a way to stop it.</summary>
internal sealed class ParseProgress
{
    private readonly ConcurrentDictionary<string, Entry> _running = new(StringComparer.Ordinal);

    public ReaderEvent.Progress? Find(string fileId) => _running.TryGetValue(fileId, out var entry) ? entry.Latest : null;

    /// <summary>Registers a parsing until the result is disposed.</summary>
    public Entry Begin(string fileId, CancellationTokenSource cancellation)
    {
        var entry = new Entry(this, fileId, cancellation);
        _running[fileId] = entry;
        return entry;
    }

    /// <summary>Stops the parsing of a file that was deleted.</summary>
    public void Cancel(string fileId)
    {
        if (_running.TryRemove(fileId, out var entry))
        {
            entry.Cancel();
        }
    }

    internal sealed class Entry(ParseProgress owner, string fileId, CancellationTokenSource cancellation) : IDisposable
    {
        private readonly Lock _gate = new();
        private bool _ended;

        public ReaderEvent.Progress? Latest { get; private set; }

        public void Report(ReaderEvent.Progress progress) => Latest = progress;

        public void Cancel()
        {
            lock (_gate)
            {
                if (!_ended)
                {
                    cancellation.Cancel();
                }
            }
        }

        public void Dispose()
        {
            lock (_gate)
            {
                _ended = true;
            }

            owner._running.TryRemove(new(fileId, this));
        }
    }
}
