using Longleaf.Tests;

[assembly: AssemblyFixture(typeof(Longleaf.Conformance.ServerFixture))]

namespace Longleaf.Conformance;

/// <summary>One running server for all clients.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    internal ServerProcess Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await ServerProcess.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
