using System.Diagnostics;

namespace Longleaf.Bench.Samples;

/// <summary>Programs of the system that samples are made with.</summary>
internal static class SystemProgram
{
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
    public static async Task<(int ExitCode, string Output)> TryRunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        await errors;
        return (process.ExitCode, output);
    }
}
