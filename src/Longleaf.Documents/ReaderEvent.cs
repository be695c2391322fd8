namespace Longleaf.Documents;

/// <summary>What comes out of reading a document, in order: progress and blocks, then exactly one of completed or failed.</summary>
public abstract record ReaderEvent
{
    private ReaderEvent()
    {
    }

    /// <summary>How far the reading is.</summary>
    /// <param name="Stage">What is being done: <c>reading</c>, <c>ocr</c>.</param>
    /// <param name="Done">Units done.</param>
    /// <param name="Total">Units in all, 0 when not known.</param>
    /// <param name="Unit">What is counted: <c>pages</c> or <c>bytes</c>.</param>
    public sealed record Progress(string Stage, long Done, long Total, string Unit) : ReaderEvent;

    /// <summary>The next block, its <see cref="Location"/> complete.</summary>
    /// <param name="Block">The block.</param>
    public sealed record Read(Block Block) : ReaderEvent;

    /// <summary>The end of a document that was read whole.</summary>
    /// <param name="Info">What is known of it.</param>
    public sealed record Completed(DocumentInfo Info) : ReaderEvent;

    /// <summary>The end of a document that could not be read; blocks that came before are not to be used.</summary>
    /// <param name="Failure">Why.</param>
    public sealed record Failed(DocumentFailure Failure) : ReaderEvent;
}
