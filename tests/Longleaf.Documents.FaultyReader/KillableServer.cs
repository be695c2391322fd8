using Longleaf.Documents.Isolation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Longleaf.Documents.FaultyReader;

/// <summary>Stands for a server with waiting readers and one that hangs in a document, until it is killed.</summary>
internal static class KillableServer
{
    public static async Task<int> RunAsync(string readerPath, string scratch)
    {
        var options = new IsolationOptions { ReaderPath = readerPath, ScratchDirectory = scratch, WaitingReaders = 2 };
        var reader = new IsolatedDocumentReader(options, TimeProvider.System, NullLogger<IsolatedDocumentReader>.Instance);
        await reader.StartAsync(CancellationToken.None);
        var document = Path.Combine(scratch, "hang.txt");
        await File.WriteAllTextAsync(document, "text");
        Console.WriteLine("ready");
        await foreach (var _ in reader.ReadAsync(document, "hang.txt", CancellationToken.None))
        {
        }

        return 0;
    }
}
