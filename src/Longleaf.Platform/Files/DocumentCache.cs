using Longleaf.Platform.Storage;

namespace Longleaf.Platform.Files;

/// <summary>
/// Artefacts that are open, shared by everybody who reads them. Those nobody reads stay open while there are not more than
/// <see cref="Capacity"/> in all; the one unused longest is closed first.
/// </summary>
internal sealed class DocumentCache(ArtifactOpener opener) : IDisposable
{
    /// <summary>Open documents kept; three mappings and some kilobytes each. Default 256: one request may hold 100.</summary>
    public int Capacity { get; init; } = 256;

    private readonly Lock _gate = new();
    private readonly Dictionary<ArtifactKey, Entry> _entries = [];

    // Entries that nobody reads, unused longest first.
    private readonly LinkedList<Entry> _idle = [];

    // What runs after entries were closed.
    private readonly List<Task> _afterwards = [];

    /// <summary>Opens artefacts, or joins those who have them open.</summary>
    /// <exception cref="InvalidDataException">They are damaged beyond the index: the document has to be parsed again.</exception>
    /// <exception cref="IOException">They are not there.</exception>
    public async Task<Handle> OpenAsync(ArtifactKey key)
    {
        Entry entry;
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out entry!))
            {
                _entries[key] = entry = new Entry(key, new Lazy<Task<OpenArtifacts>>(() => Task.Run(() => opener.OpenAsync(key))));
            }

            entry.Readers++;
            if (entry.Idle is not null)
            {
                _idle.Remove(entry.Idle);
                entry.Idle = null;
            }
        }

        try
        {
            return new Handle(await entry.Opening.Value, () => Release(entry));
        }
        catch (Exception)
        {
            Release(entry, forget: true);
            throw;
        }
    }

    /// <summary>Closes artefacts that are about to be deleted.</summary>
    /// <returns><see langword="false"/> if somebody reads them; <paramref name="onClosed"/> is then run once nobody does.</returns>
    public bool TryForget(ArtifactKey key, Func<Task> onClosed)
    {
        Entry? closing;
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out closing))
            {
                return true;
            }

            if (closing.Readers > 0)
            {
                closing.OnClosed = onClosed;
                return false;
            }

            Remove(closing);
        }

        Close(closing);
        return true;
    }

    /// <summary>Waits for what runs after artefacts were closed.</summary>
    public Task DrainAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.WhenAll(_afterwards).WaitAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        List<Entry> entries;
        lock (_gate)
        {
            entries = [.. _entries.Values];
            _entries.Clear();
            _idle.Clear();
        }

        entries.ForEach(Close);
    }

    private void Release(Entry entry, bool forget = false)
    {
        List<Entry> closing = [];
        lock (_gate)
        {
            entry.Readers--;
            var current = _entries.TryGetValue(entry.Key, out var known) && ReferenceEquals(known, entry);
            if (forget && current)
            {
                // Those who come next try again.
                _entries.Remove(entry.Key);
                current = false;
            }

            if (entry.Readers == 0)
            {
                if (current && entry.OnClosed is null)
                {
                    entry.Idle = _idle.AddLast(entry);
                }
                else
                {
                    Remove(entry);
                    closing.Add(entry);
                }
            }

            while (_entries.Count > Capacity && _idle.First is { } longest)
            {
                Remove(longest.Value);
                closing.Add(longest.Value);
            }
        }

        closing.ForEach(Close);
    }

    private void Remove(Entry entry)
    {
        if (_entries.TryGetValue(entry.Key, out var known) && ReferenceEquals(known, entry))
        {
            _entries.Remove(entry.Key);
        }

        if (entry.Idle is not null)
        {
            _idle.Remove(entry.Idle);
            entry.Idle = null;
        }
    }

    private void Close(Entry entry)
    {
        if (entry.Opening is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } opened })
        {
            opened.GetAwaiter().GetResult().Dispose();
        }

        if (entry.OnClosed is { } next)
        {
            lock (_gate)
            {
                _afterwards.RemoveAll(task => task.IsCompleted);
                _afterwards.Add(Task.Run(next));
            }
        }
    }

    /// <summary>Artefacts that stay open until <see cref="Release"/> is called, once.</summary>
    /// <param name="Artifacts">The artefacts.</param>
    /// <param name="Release">Lets go of them.</param>
    internal readonly record struct Handle(OpenArtifacts Artifacts, Action Release);

    private sealed class Entry(ArtifactKey key, Lazy<Task<OpenArtifacts>> opening)
    {
        public ArtifactKey Key { get; } = key;

        public Lazy<Task<OpenArtifacts>> Opening { get; } = opening;

        public int Readers { get; set; }

        public LinkedListNode<Entry>? Idle { get; set; }

        /// <summary>What waits for the last reader to leave.</summary>
        public Func<Task>? OnClosed { get; set; }
    }
}
