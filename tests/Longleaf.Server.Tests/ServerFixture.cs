using Longleaf.Tests;

[assembly: AssemblyFixture(typeof(Longleaf.Server.Tests.ServerFixture))]

namespace Longleaf.Server.Tests;

/// <summary>One running server that tests share which do not hurt it.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    internal ServerProcess Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await ServerProcess.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
