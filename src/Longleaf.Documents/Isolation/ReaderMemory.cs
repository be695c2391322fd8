using System.Globalization;

namespace Longleaf.Documents.Isolation;

/// <summary>
/// The most memory that the reader process of one document held (VmHWM). Every document has a fresh process, so that it is the document's
/// own; what the process takes to start (about 40 MB) is in it. One that dies is known as it was seen last, 50 ms before at most.
/// </summary>
public sealed class ReaderMemory
{
    internal static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private const int MaxDepth = 4;
    private const string Peak = "VmHWM:";

    private long _peakBytes;

    /// <summary>The peak in bytes of resident memory; 0 if no process was seen.</summary>
    public long PeakBytes => Interlocked.Read(ref _peakBytes);

    internal void Sample(int process)
    {
        var seen = PeakOf(process, MaxDepth);
        var before = PeakBytes;
        while (seen > before)
        {
            var found = Interlocked.CompareExchange(ref _peakBytes, seen, before);
            if (found == before)
            {
                return;
            }

            before = found;
        }
    }

    // The reader is a grandchild where bwrap is around it; bwrap itself takes little.
    private static long PeakOf(int process, int depth)
    {
        var folder = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}");
        try
        {
            var status = File.ReadLines($"{folder}/status").FirstOrDefault(line => line.StartsWith(Peak, StringComparison.Ordinal));
            var peak = status is null ? 0 : long.Parse(status.AsSpan(Peak.Length).Trim().TrimEnd(" kB"), CultureInfo.InvariantCulture) * 1024;
            if (depth > 0)
            {
                foreach (var child in File.ReadAllText($"{folder}/task/{process}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    peak = Math.Max(peak, PeakOf(int.Parse(child, CultureInfo.InvariantCulture), depth - 1));
                }
            }

            return peak;
        }
        catch (IOException)
        {
            // It has ended: what was seen before counts.
            return 0;
        }
    }
}
