using System.ComponentModel;
using System.Diagnostics;

namespace Longleaf.Bench;

/// <summary>Programs of the system, run to their ends.</summary>
internal static class SystemProgram
{
    /// <summary>Where a program is; <see langword="null"/> if it is not installed.</summary>
    public static string? Find(string name) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Runs one.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var (code, output) = await TryRunAsync(program, arguments, cancellationToken);
        if (code != 0)
        {
            throw new InvalidOperationException($"{program} ended with {code}: {output}");
        }
    }

    /// <summary>Runs one, however it ends.</summary>
    /// <exception cref="Win32Exception">It is not installed.</exception>
    public static async Task<(int ExitCode, string Output)> TryRunAsync(
        string program, IEnumerable<string> arguments, CancellationToken cancellationToken, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            await errors;
            return (process.ExitCode, output);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>How long one takes; <see langword="null"/> if it fails.</summary>
    /// <exception cref="Win32Exception">It is not installed.</exception>
    public static async Task<TimeSpan?> MeasureAsync(
        string program, IEnumerable<string> arguments, CancellationToken cancellationToken, params (string Name, string Value)[] environment)
    {
        var clock = Stopwatch.StartNew();
        var (code, _) = await TryRunAsync(program, arguments, cancellationToken, environment);
        return code == 0 ? clock.Elapsed : null;
    }
}
