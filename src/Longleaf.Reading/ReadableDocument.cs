using Longleaf.Documents;
using Longleaf.Reading.Index;

namespace Longleaf.Reading;

/// <summary>A document that has been parsed and indexed, open for reading.</summary>
/// <remarks>Safe for many readers at once. Does not own what it holds: whoever opened the parts closes them.</remarks>
public sealed class ReadableDocument
{
    /// <summary>The id it is cited by, such as <c>file-fe-…</c>; for text given in a message, <c>message-N</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The file name people know it by.</summary>
    public required string Name { get; init; }

    /// <summary>What is known of it.</summary>
    public required DocumentInfo Info { get; init; }

    /// <summary>Its canonical text.</summary>
    public required CanonicalText Text { get; init; }

    /// <summary>Its blocks with their places.</summary>
    public required BlockMap Blocks { get; init; }

    /// <summary>Its index.</summary>
    public required Segment Segment { get; init; }

    /// <summary>Makes a document of blocks, all in memory: for text given in a message, and for one that is read once.</summary>
    /// <param name="id">As <see cref="Id"/>.</param>
    /// <param name="name">As <see cref="Name"/>.</param>
    /// <param name="info">As <see cref="Info"/>.</param>
    /// <param name="blocks">The blocks, placed or not: they are placed anew.</param>
    public static ReadableDocument FromBlocks(string id, string name, DocumentInfo info, IEnumerable<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        using var text = new MemoryStream();
        using var map = new MemoryStream();
        using var segment = new MemoryStream();
        var (textWriter, mapWriter, builder) = (new CanonicalTextWriter(text), new BlockMapWriter(map), new SegmentBuilder(name));
        foreach (var block in blocks)
        {
            var placed = textWriter.Append(block);
            mapWriter.Add(placed);
            builder.Add(placed);
        }

        mapWriter.Complete();
        builder.Complete(segment);
        return new ReadableDocument
        {
            Id = id,
            Name = name,
            Info = info,
            Text = CanonicalText.FromMemory(text.ToArray()),
            Blocks = BlockMap.FromMemory(map.ToArray()),
            Segment = Segment.FromMemory(segment.ToArray()),
        };
    }

    /// <summary>Makes a document of what a reader says of it, all in memory.</summary>
    /// <param name="id">As <see cref="Id"/>.</param>
    /// <param name="name">As <see cref="Name"/>.</param>
    /// <param name="events">What the reader says; its cancellation is that of whoever made it.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <returns>The document, or why there is none.</returns>
    public static async Task<(ReadableDocument? Document, DocumentFailure? Failure)> FromEventsAsync(
        string id, string name, IAsyncEnumerable<ReaderEvent> events, Action<ReaderEvent.Progress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        var blocks = new List<Block>();
        await foreach (var happened in events)
        {
            switch (happened)
            {
                case ReaderEvent.Progress step:
                    progress?.Invoke(step);
                    break;
                case ReaderEvent.Read(var block):
                    blocks.Add(block);
                    break;
                case ReaderEvent.Failed(var failure):
                    return (null, failure);
                case ReaderEvent.Completed(var info):
                    return (FromBlocks(id, name, info, blocks), null);
            }
        }

        throw new InvalidOperationException("The reader ended without saying how.");
    }

    /// <summary>The text of a passage.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The passage is not of this document.</exception>
    public string ReadPassage(Passage passage) => Text.Read(passage.ByteStart, passage.ByteLength);

    /// <summary>The text of the passage of a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public string ReadPassage(int number) => ReadPassage(Segment.GetPassage(number));
}
