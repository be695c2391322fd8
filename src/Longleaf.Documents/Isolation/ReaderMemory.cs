namespace Longleaf.Documents.Isolation;

/// <summary>
/// The most memory that the reader process of one document held while it read it (VmHWM, measured anew for each document). What the process
/// takes by itself (about 40 MB), or has kept from documents of the same owner, is in it. One that dies is known as it was seen last, 50 ms
/// before at most.
/// </summary>
public sealed class ReaderMemory
{
    internal static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private long _peakBytes;

    /// <summary>The peak in bytes of resident memory; 0 if no process was seen.</summary>
    public long PeakBytes => Interlocked.Read(ref _peakBytes);

    internal void Sample(int process)
    {
        var seen = ProcessStatus.PeakBytes(process);
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
}
