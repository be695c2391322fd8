using System.CommandLine;
using System.Net.Sockets;
using Longleaf.Platform;
using Longleaf.Platform.Accounts;
using Longleaf.Server.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Longleaf.Server.Commands;

/// <summary><c>longleaf serve</c>: the service.</summary>
internal static partial class ServeCommand
{
    public const string Name = "serve";

    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "The folder that everything is kept in (default ./data)." };
        var urls = new Option<string?>("--urls") { Description = $"Where to listen (default {ServeSettings.DefaultUrls})." };
        urls.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } value && value.Split(';').FirstOrDefault(url => !IsAddress(url)) is { } wrong)
            {
                result.AddError($"'{wrong}' is no address to listen on: give http://HOST:PORT (port 0 picks a free one).");
            }
        });
        var command = new Command(Name, "Start the service.") { data, urls };
        command.SetAction((result, cancellationToken) =>
            RunAsync(new ServeSettings(result.GetValue(data), result.GetValue(urls)), null, cancellationToken));
        return command;
    }

    /// <summary>Serves until it is told to stop.</summary>
    /// <param name="settings">What the command line says.</param>
    /// <param name="replace">Puts other services in the place of the server's own.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The exit code.</returns>
    internal static async Task<int> RunAsync(ServeSettings settings, Action<IServiceCollection>? replace, CancellationToken cancellationToken)
    {
        await using var app = LongleafServer.Build(settings, replace);
        var dataDirectory = Path.GetFullPath(app.Services.GetRequiredService<IOptions<PlatformOptions>>().Value.DataDirectory);
        var keyLine = await new FirstKey(app.Services.GetRequiredService<IKeyStore>(), dataDirectory).AnnounceAsync(cancellationToken);
        await ListenAsync(app, cancellationToken);

        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        await Console.Out.WriteLineAsync($"Longleaf is ready at {string.Join(", ", addresses)}");
        await Console.Out.WriteLineAsync(keyLine);
        await Console.Out.FlushAsync(cancellationToken);
        WarnOfOpenAddresses(app.Logger, addresses);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static async Task ListenAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is SocketException or IOException { InnerException: AddressInUseException })
        {
            // What has started is ended in order: merely disposed of, it would complain of being cut off.
            await app.StopAsync(CancellationToken.None);
            var sentence = exception is SocketException
                ? $"{app.Configuration["Urls"]} cannot be listened on ({exception.Message}): choose"
                : $"{exception.Message.TrimEnd('.')}; stop what listens there, or choose";
            throw new IOException($"{sentence} another address with --urls.", exception);
        }
    }

    // Kestrel also takes http://*:8080 and http://+:8080, which no URI is.
    private static bool IsAddress(string url) =>
        Uri.TryCreate(url.Replace("//*", "//any", StringComparison.Ordinal).Replace("//+", "//any", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && uri.Scheme is ("http" or "https");

    private static void WarnOfOpenAddresses(ILogger logger, IEnumerable<string> addresses)
    {
        var open = addresses.Where(address => !address.StartsWith("https", StringComparison.OrdinalIgnoreCase)
            && Uri.TryCreate(address, UriKind.Absolute, out var uri) && !uri.IsLoopback).ToList();
        if (open.Count > 0)
        {
            Log.Unencrypted(logger, string.Join(", ", open));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1201, LogLevel.Warning,
            "{Addresses} can be reached from other machines and is not encrypted: keys and documents cross the network in clear. Put a TLS proxy in front, or listen on https.")]
        public static partial void Unencrypted(ILogger logger, string addresses);
    }
}
