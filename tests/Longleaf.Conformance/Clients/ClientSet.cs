using Longleaf.Conformance.Replays;

namespace Longleaf.Conformance.Clients;

/// <summary>The clients of one server, each made when it is first needed.</summary>
internal sealed class ClientSet(ServerAccess server) : IAsyncDisposable
{
    private readonly Dictionary<ClientKind, IConformanceClient> _clients = [];

    public async Task<IConformanceClient> GetAsync(ClientKind kind, CancellationToken cancellationToken)
    {
        if (!_clients.TryGetValue(kind, out var client))
        {
            client = kind switch
            {
                ClientKind.DotNetTyped => new DotNetTypedClient(server),
                ClientKind.DotNet => new DotNetClient(server),
                ClientKind.Node => await NodeClient.StartAsync(server, cancellationToken),
                ClientKind.Python => new ReplayClient(server, new PythonWriter()),
                ClientKind.Java => new ReplayClient(server, new JavaWriter()),
                ClientKind.DashScopePython => new ReplayClient(server, new DashScopePythonWriter()),
                ClientKind.DashScopeJava => new ReplayClient(server, new DashScopeJavaWriter()),
                _ => new CurlClient(server),
            };
            _clients.Add(kind, client);
        }

        return client;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values)
        {
            await client.DisposeAsync();
        }
    }
}
