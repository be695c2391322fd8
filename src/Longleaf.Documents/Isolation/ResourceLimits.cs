using System.Runtime.InteropServices;

namespace Longleaf.Documents.Isolation;

/// <summary>Limits of a running process, set from outside for the document that it is about to read.</summary>
internal static partial class ResourceLimits
{
    // asm-generic/resource.h
    private const int ProcessorSeconds = 0;
    private const int DataBytes = 2;

    /// <summary>Limits the processor time that a process may have used. The limit that it cannot pass by itself (the hard one) stays.</summary>
    public static void LimitProcessorTime(int process, TimeSpan most) => Set(process, ProcessorSeconds, (ulong)Math.Ceiling(most.TotalSeconds));

    /// <summary>Limits the private memory that a process may write to: its heaps and stacks, managed and native.</summary>
    public static void LimitData(int process, long bytes) => Set(process, DataBytes, (ulong)bytes);

    private static void Set(int process, int resource, ulong soft)
    {
        // A process that has just ended is found out when it is spoken to.
        if (Get(process, resource, 0, out var limit) == 0)
        {
            limit.Soft = Math.Min(soft, limit.Hard);
            _ = Set(process, resource, in limit, 0);
        }
    }

    [LibraryImport("libc", EntryPoint = "prlimit")]
    private static partial int Get(int process, int resource, nint none, out Limit old);

    [LibraryImport("libc", EntryPoint = "prlimit")]
    private static partial int Set(int process, int resource, in Limit limit, nint none);

    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
