using System.Text.Json.Serialization;

namespace Longleaf.Client.Reading;

/// <summary>How much of the documents is read for an answer.</summary>
[JsonConverter(typeof(ReadingModeConverter))]
public enum ReadingMode
{
    /// <summary>The service chooses, and the coverage says why.</summary>
    Auto,

    /// <summary>All of them at once, as far as they fit the model's window.</summary>
    Full,

    /// <summary>The passages that the question is about.</summary>
    Retrieve,

    /// <summary>Every passage, a part of them at a time.</summary>
    ReadAll,
}
