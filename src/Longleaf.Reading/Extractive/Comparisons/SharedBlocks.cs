using Longleaf.Documents;

namespace Longleaf.Reading.Extractive.Comparisons;

/// <summary>Tells cheaply that two long texts cannot be versions of one: hardly any paragraph stands in both.</summary>
internal static class SharedBlocks
{
    // Below this, reading both statement by statement costs little.
    private const long LongBytes = 400_000;
    private const int MinBytes = 30;
    private const int Enough = 40;
    private const double LeastShare = 0.05;
    private const int MaxBlocks = 200_000;

    /// <summary>Whether it is worth looking closer.</summary>
    public static bool MayBeVersions(ReadableDocument one, ReadableDocument other, CancellationToken cancellationToken)
    {
        if (Math.Min(one.Text.Bytes, other.Text.Bytes) < LongBytes)
        {
            return true;
        }

        var (ours, theirs) = (Hashes(one, cancellationToken), Hashes(other, cancellationToken));
        var least = Math.Min(ours.Count, theirs.Count);
        return least < Enough || ours.Count(theirs.Contains) >= LeastShare * least;
    }

    // Rows of tables come in blocks of many: one that changed changes the block. Only paragraphs tell.
    private static HashSet<int> Hashes(ReadableDocument document, CancellationToken cancellationToken)
    {
        var hashes = new HashSet<int>();
        for (var block = 0; block < Math.Min(MaxBlocks, document.Blocks.Count); block++)
        {
            if ((block & 0xfff) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var entry = document.Blocks[block];
            if (entry.Kind is BlockKind.Paragraph or BlockKind.ListItem && entry.Location.ByteLength >= MinBytes)
            {
                var hash = new HashCode();
                hash.AddBytes(document.Text.Slice(entry.Location.ByteStart, (int)entry.Location.ByteLength));
                hashes.Add(hash.ToHashCode());
            }
        }

        return hashes;
    }
}
