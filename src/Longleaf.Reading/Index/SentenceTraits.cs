namespace Longleaf.Reading.Index;

/// <summary>What a sentence is in its document.</summary>
[Flags]
internal enum SentenceTraits
{
    /// <summary>Running text.</summary>
    None = 0,

    /// <summary>The last of its block: a passage ends well behind it.</summary>
    EndsBlock = 1,

    /// <summary>A heading: a passage starts well before it.</summary>
    Heading = 2,

    /// <summary>The head of a table.</summary>
    TableHeader = 4,
}
