using Longleaf.Documents;
using Longleaf.Platform.Cluster;
using Longleaf.Platform.Files;
using Longleaf.Platform.Storage;

namespace Longleaf.Platform.Parsing;

/// <summary>
/// How far the parsing of a file is, whichever node is at it. Kept in the memory of the node that parses, never written down: it
/// changes with every page, is worth nothing after a crash, and only somebody who looks pays for it.
/// </summary>
internal sealed class ClusterProgress(ParseProgress own, SiloHost silo, TimeProvider time)
{
    // Whoever looks at a file wants the file: a node that does not answer in this time costs them the progress only.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>What this node knows without asking: for lists.</summary>
    public ReaderEvent.Progress? Own(FileEntity row) => own.Find(row.Id);

    /// <summary>What this node knows, or the one that holds the file's lease.</summary>
    public async Task<ReaderEvent.Progress?> FindAsync(FileEntity row, CancellationToken cancellationToken)
    {
        if (row.Status != FileStatus.Processing)
        {
            return null;
        }

        if (own.Find(row.Id) is { } mine)
        {
            return mine;
        }

        return row.LeaseOwner is not null && row.LeaseUntil > time.GetUtcNow()
            ? await silo.FindProgressAsync(row.Id, Patience, cancellationToken)
            : null;
    }
}
