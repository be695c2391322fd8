namespace Longleaf.Documents;

/// <summary>The kinds of failure of reading a document.</summary>
public enum DocumentFailureCode
{
    /// <summary>There is no text in it (empty, zeroes, pictures only).</summary>
    Blank,

    /// <summary>The content is of no format that Longleaf reads.</summary>
    UnsupportedFormat,

    /// <summary>It is damaged: truncated, malformed, or not what its name says.</summary>
    Malformed,

    /// <summary>It is encrypted and does not open with an empty password.</summary>
    PasswordProtected,

    /// <summary>It has more pages than are read.</summary>
    TooManyPages,

    /// <summary>It expands past a limit on text, cells, depth, entries or memory.</summary>
    TooLarge,

    /// <summary>It took longer than the time allowed, or stood still.</summary>
    TimedOut,

    /// <summary>The reader process died on it.</summary>
    ReaderDied,
}
