using Longleaf.Documents;
using Longleaf.Documents.Isolation;
using Longleaf.Server.Commands;
using Longleaf.Server.Hosting;
using Longleaf.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Longleaf.Server.Tests.Readers;

/// <summary>The real server in a process of its own, whose reader says that it is of another version.</summary>
internal static class VersionedServer
{
    public const string Verb = "--serve-version";

    private const string Notes = "readings";

    public static Task<ServerProcess> StartAsync(string data, string version) => ServerProcess.StartAsync(
        [Path.Combine(AppContext.BaseDirectory, "Longleaf.Server.Tests"), Verb, data, version],
        data,
        ownsData: false,
        [("Isolation__ReaderPath", Path.Combine(Path.GetDirectoryName(ServerProcess.Program)!, "reader", "longleaf-reader"))]);

    /// <summary>The child's side.</summary>
    public static Task<int> ServeAsync(string[] arguments) => ServeCommand.RunAsync(
        new ServeSettings(arguments[0], "http://127.0.0.1:0"),
        services => services.AddSingleton<IDocumentReader>(provider => new VersionedReader(
            provider.GetRequiredService<IsolatedDocumentReader>(), arguments[1], Path.Combine(arguments[0], Notes))),
        CancellationToken.None);

    /// <summary>How often a document has been read, by whichever version.</summary>
    public static int CountReadings(string data) => File.Exists(Path.Combine(data, Notes)) ? File.ReadAllLines(Path.Combine(data, Notes)).Length : 0;
}
