using System.Diagnostics;
using System.Globalization;
using Longleaf.Documents;
using Longleaf.Documents.Isolation;

namespace Longleaf.Bench.Texts;

/// <summary>One reading of a file to canonical text and block map, as the server does it.</summary>
/// <param name="Time">From request to the last byte written.</param>
/// <param name="Processor">Processor time of this process and the reader.</param>
/// <param name="ReaderPeak">The reader's peak memory in bytes.</param>
/// <param name="ServerGrowth">This process's peak memory over what it held before, in bytes.</param>
/// <param name="Failure">Why it could not be read.</param>
internal sealed record TextRun(TimeSpan Time, TimeSpan Processor, long ReaderPeak, long ServerGrowth, DocumentFailure? Failure)
{
    /// <summary>Reads a file.</summary>
    public static async Task<TextRun> MeasureAsync(IsolatedDocumentReader reader, string path, string output, CancellationToken cancellationToken)
    {
        // A reader is started while the last one is put away: what is measured is one that waits.
        await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
        GC.Collect();
        // Linux: the peak (VmHWM) starts anew from here.
        await File.WriteAllTextAsync("/proc/self/clear_refs", "5", cancellationToken);
        var before = Peak();
        var processor = ProcessorTime();
        var clock = Stopwatch.StartNew();
        var memory = new ReaderMemory();
        var failure = default(DocumentFailure);
        await using (var text = new FileStream(output, FileMode.Create, FileAccess.Write, FileShare.None, 64 * 1024))
        await using (var blocks = File.Create(output + ".blocks"))
        {
            var canonical = new CanonicalTextWriter(text);
            var map = new BlockMapWriter(blocks);
            await foreach (var read in reader.ReadAsync(path, Path.GetFileName(path), memory, cancellationToken))
            {
                if (read is ReaderEvent.Read block)
                {
                    map.Add(canonical.Append(block.Block));
                }
                else if (read is ReaderEvent.Failed failed)
                {
                    failure = failed.Failure;
                }
            }

            map.Complete();
        }

        return new TextRun(clock.Elapsed, ProcessorTime() - processor, memory.PeakBytes, Peak() - before, failure);
    }

    private static long Peak() => long.Parse(
        File.ReadLines("/proc/self/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).AsSpan(6).TrimEnd(" kB"), CultureInfo.InvariantCulture) * 1024;

    // Of this process and the children that it has waited for; user and system, in clock ticks of 10 ms (proc_pid_stat, fields 14 to 17).
    private static TimeSpan ProcessorTime()
    {
        var fields = File.ReadAllText("/proc/self/stat").Split(") ")[1].Split(' ');
        return TimeSpan.FromMilliseconds(10 * fields[11..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture)));
    }
}
