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
}
