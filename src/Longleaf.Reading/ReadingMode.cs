namespace Longleaf.Reading;

/// <summary>How much of the documents is read for an answer.</summary>
public enum ReadingMode
{
    /// <summary>As the question needs; the reader says which of the others it chose, and why.</summary>
    Auto,

    /// <summary>Everything at once.</summary>
    Full,

    /// <summary>The passages that search finds.</summary>
    Retrieve,

    /// <summary>Every passage, as far as <see cref="Conversation.MaxReadTokens"/> goes, those that search finds first.</summary>
    ReadAll,
}

/// <summary>Modes as the wire and people spell them.</summary>
public static class ReadingModeNames
{
    /// <summary>The name of a mode.</summary>
    public static string Name(this ReadingMode mode) => mode switch
    {
        ReadingMode.Full => "full",
        ReadingMode.Retrieve => "retrieve",
        ReadingMode.ReadAll => "read_all",
        _ => "auto",
    };

    /// <summary>The mode of a name; <see langword="null"/> if it is none.</summary>
    public static ReadingMode? Parse(string? name) => name switch
    {
        "auto" => ReadingMode.Auto,
        "full" => ReadingMode.Full,
        "retrieve" => ReadingMode.Retrieve,
        "read_all" => ReadingMode.ReadAll,
        _ => null,
    };
}
