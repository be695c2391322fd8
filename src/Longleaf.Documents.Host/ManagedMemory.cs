namespace Longleaf.Documents.Host;

/// <summary>The managed heap of this process: what it may take, and what of it goes back when there is nothing to read.</summary>
internal static class ManagedMemory
{
    // Less than this is not worth a collection, which takes some 10 ms.
    private const long WorthGivingBack = 48L << 20;

    /// <summary>Limits the heap, for the document that comes.</summary>
    public static void Limit(long bytes)
    {
        AppContext.SetData("GCHeapHardLimit", (ulong)bytes);
        try
        {
            GC.RefreshMemoryLimit();
        }
        catch (InvalidOperationException)
        {
            // More than that is in use, by what an earlier document left.
            GiveBack();
            GC.RefreshMemoryLimit();
        }
    }

    /// <summary>Whether a collection would give much back.</summary>
    public static bool IsLarge => GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes > WorthGivingBack || GC.GetTotalMemory(false) > WorthGivingBack;

    /// <summary>Collects, and gives everything that is free back to the system.</summary>
    public static void GiveBack() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
