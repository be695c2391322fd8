using Longleaf.Documents.Isolation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Longleaf.Server.Commands;

/// <summary>The isolated reader for one command: processes started when needed, or some kept waiting.</summary>
internal static class CommandLineReader
{
    /// <summary>Whose documents the ones of a command are: one user's, all of them.</summary>
    public const string Owner = "command line";

    public static IsolatedDocumentReader Create(int waiting = 0) =>
        new(new IsolationOptions { WaitingReaders = waiting }, TimeProvider.System, NullLogger<IsolatedDocumentReader>.Instance);
}
