using Longleaf.Conformance.Clients;
using Longleaf.Conformance.Scenarios;
using Longleaf.Tests;

namespace Longleaf.Conformance;

/// <summary>A running server, the clients that call it, and the files that scenarios share.</summary>
internal sealed class ConformanceServer : IAsyncDisposable
{
    // A scenario is a few calls of small documents; the first of each client starts programs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ClientSet _clients;
    private readonly SharedFiles _shared;
    private Task<string>? _strangerKey;

    private ConformanceServer(ServerProcess process)
    {
        Process = process;
        Access = new ServerAccess(process.Address, process.ApiKey);
        _clients = new ClientSet(Access);
        _shared = new SharedFiles(process.Http);
    }

    public ServerProcess Process { get; }

    public ServerAccess Access { get; }

    /// <summary>A key of another account.</summary>
    public Task<string> StrangerKeyAsync() => _strangerKey ??= CreateKeyAsync();

    public static async Task<ConformanceServer> StartAsync() => new(await ServerProcess.StartAsync());

    public async Task RunAsync(Scenario scenario, ClientKind kind)
    {
        using var patience = new CancellationTokenSource(Patience);
        await scenario.RunAsync(new ScenarioRun(Access, _clients, kind, _shared, patience.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _clients.DisposeAsync();
        _shared.Dispose();
        await Process.DisposeAsync();
    }

    private async Task<string> CreateKeyAsync()
    {
        var (_, secret, error) = await ServerProcess.RunAsync(["key", "create", "--account", "stranger", "--data", Process.DataDirectory]);
        Assert.True(secret.StartsWith("sk-", StringComparison.Ordinal), error);
        return secret.Trim();
    }
}
