using Orleans.Concurrency;

namespace Longleaf.Platform.Cluster;

/// <summary>One file's parsing: one activation in the cluster, so that a file is parsed by one node at a time.</summary>
[Alias("Longleaf.FileGrain")]
internal interface IFileGrain : IGrainWithStringKey
{
    /// <summary>
    /// Has the file parsed if it waits for that; while it is being parsed this does nothing. Only a wake-up: what there is to
    /// do stands in the database, and a call that is lost is made up for by the next scan.
    /// </summary>
    [OneWay]
    [AlwaysInterleave]
    [Alias("Wake")]
    Task WakeAsync();

    /// <summary>How far the file's parsing is; <see langword="null"/> while it is not parsed. Answered while it is.</summary>
    [AlwaysInterleave]
    [Alias("FindProgress")]
    Task<FileProgress?> FindProgressAsync();
}
