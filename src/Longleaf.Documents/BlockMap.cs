namespace Longleaf.Documents;

/// <summary>The blocks of a document with their places, without their text: from an offset to page, sheet and section.</summary>
public sealed class BlockMap
{
    private readonly BlockEntry[] _entries;

    private BlockMap(BlockEntry[] entries) => _entries = entries;

    /// <summary>How many blocks there are.</summary>
    public int Count => _entries.Length;

    /// <summary>The block at a position in reading order.</summary>
    public BlockEntry this[int index] => _entries[index];

    /// <summary>Makes a map of blocks held in memory.</summary>
    public static BlockMap FromBlocks(IEnumerable<Block> blocks) =>
        new([.. blocks.Select(block => new BlockEntry(block.Kind, block.Level, block.Join, block.Location))]);

    /// <summary>The position of the block that holds a byte of the canonical text, or of the last that starts before it; -1 if none does.</summary>
    public int Find(long byteOffset)
    {
        var (low, high) = (0, _entries.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_entries[middle].Location.ByteStart <= byteOffset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }
}
