namespace Longleaf.Evaluation.Needles;

/// <summary>What a needle asks of a reader; after the tasks of RULER, and key-value retrieval.</summary>
public enum NeedleTask
{
    /// <summary>One fact, its value a number.</summary>
    Number,

    /// <summary>One fact, its value a word or a name.</summary>
    Word,

    /// <summary>One fact, its value a UUID.</summary>
    Uuid,

    /// <summary>One fact among three of the same kind about things with similar names.</summary>
    MultiKey,

    /// <summary>Four values of one thing, each in a place of its own; all are asked for.</summary>
    MultiValue,

    /// <summary>One question for the values of four things.</summary>
    MultiQuery,

    /// <summary>The value of a key among thousands of pairs of UUIDs.</summary>
    KeyValue,

    /// <summary>All names that a value was passed on to, four times.</summary>
    Chain,

    /// <summary>The ten words that a list has most often.</summary>
    CommonWords,

    /// <summary>The three made-up words that a text has most often.</summary>
    FrequentWords,
}
