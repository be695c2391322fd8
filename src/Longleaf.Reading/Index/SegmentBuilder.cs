using Longleaf.Documents;

namespace Longleaf.Reading.Index;

/// <summary>Builds a document's index segment from its blocks in one pass, in bounded memory.</summary>
public sealed class SegmentBuilder
{
    /// <summary>Takes the next block.</summary>
    /// <param name="block">A block with its location complete.</param>
    public void Add(Block block) => throw new NotImplementedException(block.Text);

    /// <summary>Writes the segment.</summary>
    /// <param name="output">Where it goes; not disposed here.</param>
    /// <returns>What was counted.</returns>
    public SegmentSummary Complete(Stream output) => throw new NotImplementedException(output.ToString());
}
