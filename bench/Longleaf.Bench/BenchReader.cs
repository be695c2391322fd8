using Longleaf.Documents.Isolation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Longleaf.Bench;

/// <summary>Isolated readers for measuring with.</summary>
internal static class BenchReader
{
    // artifacts/bin/Longleaf.Bench/release: the build of Longleaf.Documents.Host leaves the reader, compiled ahead of time, in artifacts/reader.
    private static readonly string Program =
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "reader", "release", "longleaf-reader"));

    /// <summary>Starts some.</summary>
    public static async Task<IsolatedDocumentReader> StartAsync(int waiting, CancellationToken cancellationToken, Action<IsolationOptions>? change = null)
    {
        var options = new IsolationOptions { ReaderPath = Program, WaitingReaders = waiting };
        change?.Invoke(options);
        var reader = new IsolatedDocumentReader(options, TimeProvider.System, NullLogger<IsolatedDocumentReader>.Instance);
        await reader.StartAsync(cancellationToken);
        return reader;
    }
}
