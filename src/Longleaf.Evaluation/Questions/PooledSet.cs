using Longleaf.Evaluation.Data;
using Longleaf.Reading;
using Longleaf.Reading.Index;

namespace Longleaf.Evaluation.Questions;

/// <summary>A question set as a document of a pool, and where its paragraphs stand there.</summary>
/// <param name="set">The set.</param>
/// <param name="document">The document made of it.</param>
/// <param name="unitBlocks">The first block of each paragraph.</param>
internal sealed class PooledSet(QuestionSet set, ReadableDocument document, IReadOnlyList<int> unitBlocks)
{
    // A paragraph without text starts where the next one does; the last ends with the document.
    private readonly long[] _byteStarts = [.. unitBlocks.Select(block => block < document.Blocks.Count ? document.Blocks[block].Location.ByteStart : document.Text.Bytes)];
    private readonly long[] _starts = [.. unitBlocks.Select(block => block < document.Blocks.Count ? document.Blocks[block].Location.Start : long.MaxValue)];

    /// <summary>The set.</summary>
    public QuestionSet Set { get; } = set;

    /// <summary>The document made of it.</summary>
    public ReadableDocument Document { get; } = document;

    /// <summary>The paragraph that a byte of the document stands in.</summary>
    public int UnitOf(long byteOffset)
    {
        var found = Array.BinarySearch(_byteStarts, byteOffset);
        return found >= 0 ? found : Math.Max(0, ~found - 1);
    }

    /// <summary>Whether a passage has any of a paragraph.</summary>
    public bool Overlaps(Passage passage, int unit) => passage.ByteStart < EndOf(unit, _byteStarts, Document.Text.Bytes) && passage.ByteStart + passage.ByteLength > _byteStarts[unit];

    /// <summary>Whether a code point of the document stands in a paragraph.</summary>
    public bool Holds(int unit, long codePoint) => codePoint >= _starts[unit] && codePoint < EndOf(unit, _starts, long.MaxValue);

    private static long EndOf(int unit, long[] starts, long end) => unit + 1 < starts.Length ? starts[unit + 1] : end;
}
