using Longleaf.Reading;
using Longleaf.Server.Commands;
using Longleaf.Server.Hosting;
using Longleaf.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Longleaf.Server.Tests.Streams;

/// <summary>The real server in a process of its own, with a reader whose answers take as long as the question says.</summary>
internal static class SlowServer
{
    public const string Verb = "--serve-slowly";

    public static Task<ServerProcess> StartAsync(string? dataDirectory = null, params (string Name, string Value)[] settings)
    {
        var data = dataDirectory ?? Directory.CreateTempSubdirectory("longleaf-test-").FullName;
        return ServerProcess.StartAsync(
            [Path.Combine(AppContext.BaseDirectory, "Longleaf.Server.Tests"), Verb, data],
            data,
            dataDirectory is null,
            [("Isolation__ReaderPath", Path.Combine(Path.GetDirectoryName(ServerProcess.Program)!, "reader", "longleaf-reader")), .. settings]);
    }

    /// <summary>The child's side.</summary>
    public static Task<int> ServeAsync(string[] arguments) => ServeCommand.RunAsync(
        new ServeSettings(arguments[0], "http://127.0.0.1:0"),
        services => services.AddSingleton<IReader, SlowReader>(),
        CancellationToken.None);
}
