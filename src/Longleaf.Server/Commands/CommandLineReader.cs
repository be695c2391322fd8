using Longleaf.Documents.Isolation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Longleaf.Server.Commands;

/// <summary>The isolated reader for one command: one process, started when needed.</summary>
internal static class CommandLineReader
{
    public static IsolatedDocumentReader Create() =>
        new(new IsolationOptions { WaitingReaders = 0 }, TimeProvider.System, NullLogger<IsolatedDocumentReader>.Instance);
}
