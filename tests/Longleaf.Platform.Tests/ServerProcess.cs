using System.Diagnostics;
using System.Text;
using Longleaf.Platform.Accounts;
using Longleaf.Platform.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Longleaf.Platform.Tests;

/// <summary>The platform in a process of its own, which can be killed as a power cut would.</summary>
/// <remarks>It reads one command a line and answers each with a line: <c>upload ACCOUNT TEXT</c> gives the file's id.</remarks>
internal sealed class ServerProcess : IAsyncDisposable
{
    public const string Verb = "--serve-platform";

    private readonly Process _process;

    private ServerProcess(Process process) => _process = process;

    public int ExitCode => _process.ExitCode;

    public static async Task<ServerProcess> StartAsync(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ServerProcess).Assembly.Location);
        }

        start.ArgumentList.Add(Verb);
        start.ArgumentList.Add(folder);
        var server = new ServerProcess(Process.Start(start)!);
        var ready = await server.ReadAsync();
        return ready == "ready" ? server : throw new InvalidOperationException($"The server said: {ready}");
    }

    /// <summary>The child's side.</summary>
    public static async Task<int> ServeAsync(string folder)
    {
        using var host = PlatformFixture.Build(folder, new FakeReader());
        await host.StartAsync();
        var keys = host.Services.GetRequiredService<IKeyStore>();
        var files = host.Services.GetRequiredService<IFileStore>();
        await Console.Out.WriteLineAsync("ready");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ', 3);
            var principal = (await keys.AuthenticateAsync((await keys.CreateAsync(words[1], default)).Secret, default))!;
            Stream content = words[0] == "stall" ? new StallingStream(words[2]) : new MemoryStream(Encoding.UTF8.GetBytes(words[2]));
            var upload = new FileUpload("a.txt", FilePurpose.FileExtract, content, null, 1 << 30);
            var outcome = await files.UploadAsync(principal, upload, default);
            await Console.Out.WriteLineAsync(outcome is UploadOutcome.Accepted(var file) ? file.Id : outcome.ToString());
        }

        await host.StopAsync();
        return 0;
    }

    public async Task<string> SendAsync(string command)
    {
        await PostAsync(command);
        return await ReadAsync();
    }

    /// <summary>Sends a command that is not waited for.</summary>
    public async Task PostAsync(string command)
    {
        await _process.StandardInput.WriteLineAsync(command);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Ends its input, so that it stops as it should.</summary>
    public async Task StopAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private async Task<string> ReadAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        return await _process.StandardOutput.ReadLineAsync(limit.Token) ?? throw new EndOfStreamException("The server is gone.");
    }
}
