[assembly: AssemblyFixture(typeof(Longleaf.Conformance.ServerFixture))]

namespace Longleaf.Conformance;

/// <summary>One running server for all clients.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    internal ConformanceServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await ConformanceServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
