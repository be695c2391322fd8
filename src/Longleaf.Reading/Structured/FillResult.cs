namespace Longleaf.Reading.Structured;

/// <summary>What became of a part of the answer.</summary>
/// <param name="Value">The value; <see langword="null"/> where the schema demands one and none was found.</param>
/// <param name="Citations">Where its parts stand.</param>
/// <param name="Found">How many single values were found in the documents.</param>
/// <param name="Missing">The path of what is missing, if <paramref name="Value"/> is <see langword="null"/>.</param>
internal sealed record FillResult(JsonValue? Value, IReadOnlyList<FieldCitation> Citations, int Found, string Missing = "")
{
    /// <summary>How many of its own fields were found: an array counts as one, whatever it holds.</summary>
    public int Own { get; init; } = Found;

    /// <summary>Nothing, where the schema demands something.</summary>
    public static FillResult Lacking(string path) => new(null, [], 0, path);

    /// <summary>A value that says that nothing was found.</summary>
    public static FillResult Empty(JsonValue value) => new(value, [], 0);
}
