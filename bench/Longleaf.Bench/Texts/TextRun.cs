using System.Diagnostics;
using System.Globalization;
using Longleaf.Documents;
using Longleaf.Documents.Isolation;
using Longleaf.Reading.Index;

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
    public static async Task<TextRun> MeasureAsync(IsolatedDocumentReader reader, string path, string output, CancellationToken cancellationToken, bool index = false)
    {
        // A reader is started while the last one is put away: what is measured is one that waits.
        await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
        GC.Collect();
        ProcessStatus.ResetPeak(Environment.ProcessId);
        var before = ProcessStatus.PeakBytes(Environment.ProcessId);
        var processor = ProcessStatus.ProcessorTime(Environment.ProcessId);
        var clock = Stopwatch.StartNew();
        var memory = new ReaderMemory();
        var (failure, readerTime) = (default(DocumentFailure), TimeSpan.Zero);
        await using (var text = new FileStream(output, FileMode.Create, FileAccess.Write, FileShare.None, 64 * 1024))
        await using (var blocks = File.Create(output + ".blocks"))
        {
            var canonical = new CanonicalTextWriter(text);
            var map = new BlockMapWriter(blocks);
            var segment = new SegmentBuilder(Path.GetFileName(path));
            await foreach (var read in reader.ReadAsync(path, Path.GetFileName(path), null, memory, cancellationToken))
            {
                if (read is ReaderEvent.Read block)
                {
                    var placed = canonical.Append(block.Block);
                    map.Add(placed);
                    if (index)
                    {
                        segment.Add(placed);
                    }
                }
                else if (read is ReaderEvent.Failed failed)
                {
                    failure = failed.Failure;
                }

                if (read is ReaderEvent.Completed or ReaderEvent.Failed)
                {
                    readerTime = ReaderTime();
                }
            }

            map.Complete();
            segment.Complete(Stream.Null);
        }

        return new TextRun(clock.Elapsed, ProcessStatus.ProcessorTime(Environment.ProcessId) - processor + readerTime, memory.PeakBytes,
            ProcessStatus.PeakBytes(Environment.ProcessId) - before, failure);
    }

    // The reader stays until it is dismissed; the one that waits for the next document has used next to nothing.
    private static TimeSpan ReaderTime() => Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _))
        .Select(folder => Stat(Path.GetFileName(folder)))
        .Where(stat => stat.Length > 0 && stat[0].Contains("longleaf-reader", StringComparison.Ordinal) && IsOurs(stat))
        .Select(Used)
        .DefaultIfEmpty()
        .Max();

    private static bool IsOurs(string[] stat)
    {
        for (var generation = 0; stat.Length > 0 && generation < 5; generation++)
        {
            if (stat[2] == Environment.ProcessId.ToString(CultureInfo.InvariantCulture))
            {
                return true;
            }

            stat = Stat(stat[2]);
        }

        return false;
    }

    // proc_pid_stat: name and state, parent at 2 here, user and system time in ticks of 10 ms at 12 and 13.
    private static string[] Stat(string process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            var end = text.LastIndexOf(") ", StringComparison.Ordinal);
            return [text[..end], .. text[(end + 2)..].Split(' ')];
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static TimeSpan Used(string[] stat) =>
        TimeSpan.FromMilliseconds(10 * (long.Parse(stat[12], CultureInfo.InvariantCulture) + long.Parse(stat[13], CultureInfo.InvariantCulture)));
}
