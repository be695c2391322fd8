using System.Net;
using System.Net.Sockets;
using Longleaf.Platform.Cluster;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Longleaf.Platform.Tests.Cluster;

public sealed class SiloHostTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_port_that_somebody_took_meanwhile_costs_another_try()
    {
        using var folder = new TemporaryFolder();
        using var host = PlatformFixture.Build(folder.Path, new FakeReader());
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var ports = new Queue<int>([((IPEndPoint)taken.LocalEndpoint).Port, FreePorts.Find(), FreePorts.Find()]);
        var silo = new SiloHost(
            host.Services,
            host.Services.GetRequiredService<IHostApplicationLifetime>(),
            host.Services.GetRequiredService<ILoggerFactory>(),
            host.Services.GetRequiredService<ILogger<SiloHost>>())
        {
            PickPort = ports.Dequeue,
        };

        await silo.StartAsync(Stop);

        Assert.True(silo.IsRunning);
        Assert.Single(ports);
        await silo.StopAsync(Stop);
        Assert.False(silo.IsRunning);
    }

    [Fact]
    public async Task Readiness_says_what_is_missing_before_the_start_and_nothing_after_it()
    {
        using var folder = new TemporaryFolder();
        using var host = PlatformFixture.Build(folder.Path, new FakeReader());
        var readiness = host.Services.GetRequiredService<PlatformReadiness>();

        Assert.Equal("The silo is not running.", await readiness.CheckAsync(Stop));
        await host.StartAsync(Stop);
        Assert.Null(await readiness.CheckAsync(Stop));
        await host.StopAsync(Stop);
        Assert.Equal("The silo is not running.", await readiness.CheckAsync(Stop));
    }
}
