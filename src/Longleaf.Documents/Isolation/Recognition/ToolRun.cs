using System.Diagnostics;

namespace Longleaf.Documents.Isolation.Recognition;

/// <summary>One run of a tool, its output saved to a file.</summary>
internal sealed class ToolRun(ProcessLauncher launcher, TimeProvider time)
{
    /// <summary>Runs a tool to its end, or to the end of the time or space it has.</summary>
    /// <param name="start">Its command line, cage included.</param>
    /// <param name="outputPath">The file for what it prints.</param>
    /// <param name="maxBytes">The most that it may print.</param>
    /// <param name="patience">How long it may take.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="IOException">It cannot be started, or the disk is full.</exception>
    /// <exception cref="TimeoutException">It took longer.</exception>
    /// <returns>Whether it ended well.</returns>
    public async Task<bool> SaveAsync(ProcessStartInfo start, string outputPath, long maxBytes, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var process = await launcher.StartAsync(start);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            process.StandardInput.Close();
            var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, stop.Token);
            var all = SaveAsync(process, errors, outputPath, maxBytes, stop.Token);
            return await all.WaitAsync(patience, time, cancellationToken);
        }
        finally
        {
            await stop.CancelAsync();
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }

            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<bool> SaveAsync(Process process, Task errors, string outputPath, long maxBytes, CancellationToken cancellationToken)
    {
        await using (var file = new FileStream(outputPath, FileMode.Create, FileAccess.Write, FileShare.Read, 1, useAsync: true))
        {
            var buffer = new byte[64 * 1024];
            var output = process.StandardOutput.BaseStream;
            int count;
            while ((count = await output.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (file.Position + count > maxBytes)
                {
                    return false;
                }

                await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            }
        }

        await errors;
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0;
    }
}
