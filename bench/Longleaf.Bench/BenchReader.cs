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
    public static async Task<IsolatedDocumentReader> StartAsync(int waiting, CancellationToken cancellationToken)
    {
        var reader = new IsolatedDocumentReader(
            new IsolationOptions { ReaderPath = Program, WaitingReaders = waiting }, TimeProvider.System, NullLogger<IsolatedDocumentReader>.Instance);
        await reader.StartAsync(cancellationToken);
        return reader;
    }
}
