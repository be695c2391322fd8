using System.Net;
using System.Net.Sockets;
using Longleaf.Documents;
using Longleaf.Platform.Parsing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace Longleaf.Platform.Cluster;

/// <summary>
/// The Orleans silo of this process. It has a host of its own, so that a port which somebody took between being picked and
/// being bound costs another try and not the server's start, and so that it stops after everything that uses it.
/// </summary>
internal sealed partial class SiloHost(
    IServiceProvider services, IHostApplicationLifetime lifetime, ILoggerFactory loggers, ILogger<SiloHost> logger)
{
    private const int MaxAttempts = 20;

    // No gateway: clients outside the process have nothing to ask of the grains, so no port is opened for them.
    private const int NoGateway = 0;

    private IHost? _host;
    private IGrainFactory? _grains;

    /// <summary>Where ports come from.</summary>
    public Func<int> PickPort { get; init; } = FreePorts.Find;

    /// <summary>Whether the silo has started and not begun to stop.</summary>
    public bool IsRunning => _grains is not null;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var host = Build(PickPort());
            try
            {
                await host.StartAsync(cancellationToken);
                (_host, _grains) = (host, host.Services.GetRequiredService<IGrainFactory>());
                return;
            }
            catch (Exception exception) when (attempt < MaxAttempts && IsPortTaken(exception))
            {
                Log.PortTaken(logger);
                host.Dispose();
            }
        }
    }

    /// <summary>Has a file parsed, sooner or later: a wake-up that is lost is made up for by the next scan.</summary>
    public void Wake(string fileId)
    {
        // While the server stops nothing begins: the next start finds the file.
        if (_grains is { } grains && !lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // One-way: the task ends when the message is on its way.
            grains.GetGrain<IFileGrain>(fileId).WakeAsync().Ignore();
        }
    }

    /// <summary>How far the parsing of a file is on whichever node it runs; <see langword="null"/> if it does not, or that node does not answer in time.</summary>
    public async Task<ReaderEvent.Progress?> FindProgressAsync(string fileId, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (_grains is not { } grains)
        {
            return null;
        }

        try
        {
            var found = await grains.GetGrain<IFileGrain>(fileId).FindProgressAsync().WaitAsync(patience, cancellationToken);
            return found is var (stage, done, total, unit) ? new ReaderEvent.Progress(stage, done, total, unit) : null;
        }
        catch (Exception exception) when (exception is TimeoutException or OrleansException)
        {
            // Nice to have only.
            return null;
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _grains = null;
        if (Interlocked.Exchange(ref _host, null) is { } host)
        {
            await host.StopAsync(cancellationToken);
            host.Dispose();
        }
    }

    private IHost Build(int siloPort)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton(loggers);
        builder.Services.AddSingleton(services.GetRequiredService<FileParser>());
        builder.Services.AddSingleton(services.GetRequiredService<ParseProgress>());
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(siloPort, NoGateway, serviceId: "longleaf", clusterId: "longleaf");
            silo.Configure<SiloMessagingOptions>(messaging =>
            {
                // A wake-up lasts as long as the file waits for its turn and is parsed: no sign of a grain that hangs.
                messaging.MaxRequestProcessingTime = TimeSpan.FromDays(7);
                messaging.RequestProcessingWarningTime = TimeSpan.FromDays(7);
            });
            silo.Configure<EndpointOptions>(endpoints => endpoints.AdvertisedIPAddress = IPAddress.Loopback);
        });
        return builder.Build();
    }

    private static bool IsPortTaken(Exception? exception) => exception switch
    {
        null => false,
        SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } => true,
        AggregateException aggregate => aggregate.InnerExceptions.Any(IsPortTaken),
        _ => IsPortTaken(exception.InnerException),
    };

    private static partial class Log
    {
        [LoggerMessage(2400, LogLevel.Information, "A port for the silo was taken meanwhile; another one is tried")]
        public static partial void PortTaken(ILogger logger);
    }
}
