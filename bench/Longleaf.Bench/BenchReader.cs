using Longleaf.Documents;
using Longleaf.Documents.Isolation;
using Longleaf.Documents.Isolation.Recognition;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Longleaf.Bench;

/// <summary>Isolated readers for measuring with.</summary>
internal static class BenchReader
{
    // artifacts/bin/Longleaf.Bench/release: the build of Longleaf.Documents.Host leaves the reader, compiled ahead of time, in artifacts/reader.
    private static readonly string Program =
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "reader", "release", "longleaf-reader"));

    /// <summary>Starts some: each document has a process of its own unless its owner is named.</summary>
    public static Task<IsolatedDocumentReader> StartAsync(int waiting, CancellationToken cancellationToken, Action<IsolationOptions>? change = null) =>
        StartAsync(waiting, CageParts.All, NullLogger<IsolatedDocumentReader>.Instance, cancellationToken, change);

    /// <summary>Starts some for which no picture has text: what is looked at is the readers, and not the tools.</summary>
    public static async Task<IsolatedDocumentReader> StartWithoutToolsAsync(int waiting, CancellationToken cancellationToken)
    {
        var reader = new IsolatedDocumentReader(
            new IsolationOptions { ReaderPath = Program, WaitingReaders = waiting }, TimeProvider.System, NullLogger<IsolatedDocumentReader>.Instance)
        {
            Recognition = new RecognitionPrograms("/usr/bin/true", PageDrawer: null, "eng", FindsTurn: false),
        };
        await reader.StartAsync(cancellationToken);
        return reader;
    }

    /// <summary>Starts some, in cages of these parts.</summary>
    public static async Task<IsolatedDocumentReader> StartAsync(
        int waiting, CageParts parts, ILogger<IsolatedDocumentReader> logger, CancellationToken cancellationToken, Action<IsolationOptions>? change = null)
    {
        var options = new IsolationOptions { ReaderPath = Program, WaitingReaders = waiting, DocumentsPerReader = 1000 };
        change?.Invoke(options);
        var reader = new IsolatedDocumentReader(options, TimeProvider.System, logger) { Parts = parts };
        await reader.StartAsync(cancellationToken);
        return reader;
    }

    /// <summary>Reads a document to canonical text and block map, which are thrown away.</summary>
    /// <returns>How it ended.</returns>
    public static async Task<ReaderEvent> ReadAsync(
        IsolatedDocumentReader reader, string path, string? owner, ReaderMemory? memory, CancellationToken cancellationToken)
    {
        var (text, map) = (new CanonicalTextWriter(Stream.Null), new BlockMapWriter(Stream.Null));
        ReaderEvent? end = null;
        await foreach (var read in reader.ReadAsync(path, Path.GetFileName(path), owner, memory, cancellationToken))
        {
            if (read is ReaderEvent.Read(var block))
            {
                map.Add(text.Append(block));
            }
            else if (read is not ReaderEvent.Progress)
            {
                end = read;
            }
        }

        map.Complete();
        return end!;
    }
}
