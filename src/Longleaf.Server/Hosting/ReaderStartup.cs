using Longleaf.Documents.Isolation;

namespace Longleaf.Server.Hosting;

/// <summary>Starts the first reader processes with the server, so that what is missing of their cage is said at once.</summary>
internal sealed class ReaderStartup(IsolatedDocumentReader reader) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => reader.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
