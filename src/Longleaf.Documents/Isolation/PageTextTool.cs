using System.Diagnostics;
using System.Globalization;

namespace Longleaf.Documents.Isolation;

/// <summary>Runs poppler's <c>pdftotext</c> in a cage of its own.</summary>
internal sealed class PageTextTool(string program, Cage cage, ProcessLauncher launcher, IsolationOptions options, TimeProvider time)
{
    /// <summary>What the file of its output is called.</summary>
    public const string OutputName = "pages.txt";

    /// <summary>Writes the text of pages, each ended by a form feed, into the folder of the reader that wants it.</summary>
    /// <param name="folder">Where the document lies.</param>
    /// <param name="documentName">Its name there.</param>
    /// <param name="first">The first page, from 1.</param>
    /// <param name="last">The last page.</param>
    /// <param name="cancellationToken">Stops the reading, and ends the process.</param>
    /// <returns>Whether there is any text.</returns>
    /// <exception cref="IOException">It cannot be started, or the disk is full.</exception>
    public async Task<bool> RunAsync(string folder, string documentName, int first, int last, CancellationToken cancellationToken)
    {
        using var process = await launcher.StartAsync(cage.Tool(
            folder,
            program,
            "-q", "-enc", "UTF-8",
            "-f", first.ToString(CultureInfo.InvariantCulture),
            "-l", last.ToString(CultureInfo.InvariantCulture),
            cage.Seen(folder, documentName),
            "-"));
        try
        {
            process.StandardInput.Close();
            var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
            var patience = Patience(first, last);
            var bytes = await SaveAsync(process.StandardOutput.BaseStream, Path.Combine(folder, OutputName), patience, cancellationToken);
            // One that stood still goes on holding its standard error open: it would cost the same wait again, and the pages that are there.
            await EndAsync(process);
            await errors.WaitAsync(patience, time, cancellationToken);
            return bytes > 0;
        }
        catch (TimeoutException)
        {
            return false;
        }
        finally
        {
            await EndAsync(process);
        }
    }

    // Pages without text print nothing: many of them may follow each other, at some milliseconds each.
    private TimeSpan Patience(int first, int last) =>
        TimeSpan.FromSeconds(Math.Min(options.NoProgressSeconds, options.PageSeconds + (((long)last - first) / 20.0)));

    // What it printed until it stood still or passed the cap is kept: pages that are there are better than none.
    private async Task<long> SaveAsync(Stream output, string path, TimeSpan patience, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1, useAsync: true);
        var buffer = new byte[64 * 1024];
        var started = time.GetTimestamp();
        while (file.Length < options.MaxPageTextBytes && time.GetElapsedTime(started).TotalSeconds < options.TotalSeconds)
        {
            try
            {
                var count = await output.ReadAsync(buffer, cancellationToken).AsTask()
                    .WaitAsync(patience, time, cancellationToken);
                if (count == 0)
                {
                    break;
                }

                await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            }
            catch (TimeoutException)
            {
                break;
            }
        }

        return file.Length;
    }

    private static async Task EndAsync(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync(CancellationToken.None);
    }
}
