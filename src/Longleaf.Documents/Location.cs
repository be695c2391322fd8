namespace Longleaf.Documents;

/// <summary>Where a <see cref="Block"/> stands, in the source and in the canonical text.</summary>
public sealed record Location
{
    /// <summary>A location that says nothing yet.</summary>
    public static Location None { get; } = new();

    /// <summary>The page, from 1; <see langword="null"/> where the format has none.</summary>
    public int? Page { get; init; }

    /// <summary>The sheet's name; <see langword="null"/> where the format has none.</summary>
    public string? Sheet { get; init; }

    /// <summary>The first row, from 1 as the source counts it; <see langword="null"/> where the format has none.</summary>
    public int? Row { get; init; }

    /// <summary>The path of the value that it starts at, such as <c>$.store.book[3].title</c>; <see langword="null"/> where the format has none.</summary>
    public string? Path { get; init; }

    /// <summary>The headings above the block, outermost first; a heading's own text is not in its own path, and furniture has none.</summary>
    public IReadOnlyList<string> Section { get; init; } = [];

    /// <summary>Where the block starts in the canonical text, in Unicode code points.</summary>
    public long Start { get; init; }

    /// <summary>How long the block is in the canonical text, in Unicode code points.</summary>
    public int Length { get; init; }

    /// <summary>Where the block starts in the canonical text, in bytes of UTF-8.</summary>
    public long ByteStart { get; init; }

    /// <summary>How long the block is in the canonical text, in bytes of UTF-8.</summary>
    public int ByteLength { get; init; }
}
