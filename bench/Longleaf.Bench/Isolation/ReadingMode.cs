using System.Diagnostics;
using Longleaf.Documents;
using Longleaf.Documents.Formats;
using Longleaf.Documents.Isolation;

namespace Longleaf.Bench.Isolation;

/// <summary>A way to read a document, to be compared with others.</summary>
/// <param name="Name">What it is called in tables.</param>
/// <param name="NeedsRest">Whether a reader has to be started before the next document, so that one waits.</param>
/// <param name="ReadAsync">Reads a document; whether it ended as text.</param>
internal sealed record ReadingMode(string Name, bool NeedsRest, Func<string, CancellationToken, Task<bool>> ReadAsync)
{
    private const string Owner = "bench";

    // A start takes 40 to 70 ms on a quiet machine.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(400);

    /// <summary>Without any isolation, in this process, which is warm after the first.</summary>
    public static ReadingMode InProcess { get; } = new("in process", NeedsRest: false, (path, _) => Task.FromResult(ReadHere(path)));

    /// <summary>By a process of its own for each document.</summary>
    public static ReadingMode Fresh(string name, IsolatedDocumentReader reader) => new(
        name, NeedsRest: true, async (path, token) => await BenchReader.ReadAsync(reader, path, owner: null, memory: null, token) is ReaderEvent.Completed);

    /// <summary>By a process that reads for one owner.</summary>
    public static ReadingMode Reused(string name, IsolatedDocumentReader reader) => new(
        name, NeedsRest: false, async (path, token) => await BenchReader.ReadAsync(reader, path, Owner, memory: null, token) is ReaderEvent.Completed);

    /// <summary>How long a document takes, a reader waiting if this mode has readers; <see langword="null"/> if it is not read.</summary>
    public async Task<TimeSpan?> MeasureAsync(string path, CancellationToken cancellationToken)
    {
        if (NeedsRest)
        {
            await Task.Delay(Rest, cancellationToken);
        }

        var clock = Stopwatch.StartNew();
        return await ReadAsync(path, cancellationToken) ? clock.Elapsed : null;
    }

    private static bool ReadHere(string path)
    {
        var (text, map) = (new CanonicalTextWriter(Stream.Null), new BlockMapWriter(Stream.Null));
        var sink = new BlockSink(block => map.Add(text.Append(block)), _ => { }, new ParseLimits());
        using var document = File.OpenRead(path);
        var end = DocumentParser.Parse(document, Path.GetFileName(path), sink, new NoTools(), new NoTools());
        map.Complete();
        return end is ReaderEvent.Completed;
    }
}
