namespace Longleaf.Documents.Isolation;

/// <summary>Readers that have read a document and wait for a further one of the same owner, for a while.</summary>
/// <param name="options">How many, how long, and what they may have used up.</param>
/// <param name="lifetime">The processor time that a reader may use in its life.</param>
/// <param name="time">The clock.</param>
/// <param name="end">Ends a reader that nobody is to have any more.</param>
internal sealed class IdleReaders(IsolationOptions options, TimeSpan lifetime, TimeProvider time, Action<ReaderProcess> end)
{
    // Longest waiting first.
    private readonly List<(ReaderProcess Reader, ITimer Patience)> _readers = [];
    private readonly Lock _lock = new();
    private bool _closed;

    /// <summary>A reader of this owner that can take a further document: the one used last, as its memory is the warmest.</summary>
    /// <param name="owner">Whose document it is.</param>
    /// <param name="limits">What the document may cost.</param>
    public ReaderProcess? Take(string owner, SessionLimits limits)
    {
        while (TakeLast(owner) is { } reader)
        {
            // It may be in its last minutes of processor time, or have died while it waited.
            if (!reader.HasExited && reader.ProcessorTime + limits.ProcessorTime <= lifetime)
            {
                return reader;
            }

            end(reader);
        }

        return null;
    }

    /// <summary>Keeps a reader for its owner, or ends it if it is used up.</summary>
    public void Add(ReaderProcess reader)
    {
        var retired = reader;
        if (!reader.HasExited && reader.Documents < options.DocumentsPerReader && reader.ResidentBytes <= options.RetainedBytes)
        {
            retired = Keep(reader);
        }

        if (retired is not null)
        {
            end(retired);
        }
    }

    /// <summary>Ends them all; none is kept from now on.</summary>
    public void Close()
    {
        List<(ReaderProcess Reader, ITimer Patience)> all;
        lock (_lock)
        {
            _closed = true;
            all = [.. _readers];
            _readers.Clear();
        }

        foreach (var (reader, patience) in all)
        {
            patience.Dispose();
            end(reader);
        }
    }

    // The reader that has to go for it, which may be itself.
    private ReaderProcess? Keep(ReaderProcess reader)
    {
        lock (_lock)
        {
            if (_closed || options.IdleReaders == 0)
            {
                return reader;
            }

            _readers.Add((reader, time.CreateTimer(_ => Expire(reader), null, TimeSpan.FromSeconds(options.IdleSeconds), Timeout.InfiniteTimeSpan)));
            return _readers.Count > options.IdleReaders ? TakeAt(0) : null;
        }
    }

    private void Expire(ReaderProcess reader)
    {
        lock (_lock)
        {
            var index = _readers.FindIndex(entry => entry.Reader == reader);
            if (index < 0)
            {
                return;
            }

            TakeAt(index);
        }

        end(reader);
    }

    private ReaderProcess? TakeLast(string owner)
    {
        lock (_lock)
        {
            var index = _readers.FindLastIndex(entry => string.Equals(entry.Reader.Owner, owner, StringComparison.Ordinal));
            return index < 0 ? null : TakeAt(index);
        }
    }

    private ReaderProcess TakeAt(int index)
    {
        var (reader, patience) = _readers[index];
        _readers.RemoveAt(index);
        patience.Dispose();
        return reader;
    }
}
