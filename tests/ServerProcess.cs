using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace Longleaf.Tests;

/// <summary>A real server in a process of its own, on a port of its own and (unless given) a data folder of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _log;
    private readonly bool _ownsData;

    private ServerProcess(Process process, StringBuilder log, string dataDirectory, bool ownsData, Uri address, IReadOnlyList<string> firstLines)
    {
        (_process, _log, DataDirectory, _ownsData, Address, FirstLines) = (process, log, dataDirectory, ownsData, address, firstLines);
        ApiKey = File.ReadAllText(Path.Combine(dataDirectory, "first-api-key"));
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ApiKey);
    }

    public static string Program { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Longleaf.Server", new DirectoryInfo(AppContext.BaseDirectory).Name, "longleaf"));

    public string DataDirectory { get; }

    public Uri Address { get; }

    public string ApiKey { get; }

    /// <summary>The first two lines of its standard output.</summary>
    public IReadOnlyList<string> FirstLines { get; }

    /// <summary>Carries the first key.</summary>
    public HttpClient Http { get; }

    public int ProcessId => _process.Id;

    /// <summary>What it wrote to standard error so far.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    public static Task<ServerProcess> StartAsync(string? dataDirectory = null, params (string Name, string Value)[] settings)
    {
        var data = dataDirectory ?? Directory.CreateTempSubdirectory("longleaf-test-").FullName;
        return StartAsync([Program, "serve", "--data", data, "--urls", "http://127.0.0.1:0"], data, dataDirectory is null, settings);
    }

    /// <summary>Starts a server by a command line of the test's own.</summary>
    public static async Task<ServerProcess> StartAsync(
        IReadOnlyList<string> command, string data, bool ownsData, params (string Name, string Value)[] settings)
    {
        var log = new StringBuilder();
        var process = Launch(command, settings);
        process.ErrorDataReceived += (_, line) =>
        {
            lock (log)
            {
                log.AppendLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            var first = await process.StandardOutput.ReadLineAsync(patience.Token);
            var second = first is null ? null : await process.StandardOutput.ReadLineAsync(patience.Token);
            if (second is null)
            {
                await process.WaitForExitAsync(patience.Token);
                throw new InvalidOperationException($"The server did not start: {log}");
            }

            const string Ready = "Longleaf is ready at ";
            Assert.StartsWith(Ready, first, StringComparison.Ordinal);
            var address = new Uri(first![Ready.Length..].Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
            return new ServerProcess(process, log, data, ownsData, address, [first, second]);
        }
        catch (Exception)
        {
            // Nobody else knows of it.
            process.Kill();
            throw;
        }
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(IEnumerable<string> arguments, params (string Name, string Value)[] settings)
    {
        using var process = Launch([Program, .. arguments], settings);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, output, await error);
    }

    /// <summary>Starts a process whose output is to be read.</summary>
    public static Process Launch(IReadOnlyList<string> command, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The server's process did not start.");
    }

    /// <summary>kill -9: no handler of the server's runs.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a service manager stops it.</summary>
    public async Task<int> TerminateAsync()
    {
        await SignalAsync(_process, "TERM");
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Sends a process a signal.</summary>
    public static async Task SignalAsync(Process process, string name)
    {
        using var kill = Process.Start(new ProcessStartInfo("kill", [$"-{name}", $"{process.Id}"]))!;
        await kill.WaitForExitAsync();
    }

    /// <summary>A client with another key, or none.</summary>
    public HttpClient ClientFor(string? key)
    {
        var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(5) };
        client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
        if (_ownsData)
        {
            Directory.Delete(DataDirectory, recursive: true);
        }
    }
}
