using Longleaf.Documents.Isolation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Longleaf.Server.Commands;

/// <summary>The isolated reader for one command: processes started when needed, or some kept waiting.</summary>
internal static class CommandLineReader
{
    public static IsolatedDocumentReader Create(int waiting = 0) =>
        new(new IsolationOptions { WaitingReaders = waiting }, TimeProvider.System, NullLogger<IsolatedDocumentReader>.Instance);
}
