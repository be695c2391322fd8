using System.Diagnostics;
using System.Globalization;
using Longleaf.Bench.Fidelity;

namespace Longleaf.Bench.Word;

/// <summary>The OpenXml SDK's forward reader over a document in a process of its own: text alone, no structure.</summary>
internal static class OpenXmlPeer
{
    /// <summary>What the process does: reads, and prints how many characters there were.</summary>
    public static int Read(string path)
    {
        Console.WriteLine(LibraryText.Word(path).Length.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>Runs it.</summary>
    public static async Task<TimeSpan> MeasureAsync(string path, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["word", "--peer", path]) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? clock.Elapsed : throw new InvalidOperationException("The OpenXml SDK cannot read the document.");
    }
}
