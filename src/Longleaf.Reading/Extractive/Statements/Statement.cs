using System.Text;

namespace Longleaf.Reading.Extractive.Statements;

/// <summary>The smallest piece of a document that can answer by itself, verbatim, with its place.</summary>
internal sealed record Statement
{
    /// <summary>The document's position in the conversation.</summary>
    public required int Document { get; init; }

    /// <summary>The block it stands in.</summary>
    public required int Block { get; init; }

    /// <summary>What it is.</summary>
    public required StatementKind Kind { get; init; }

    /// <summary>Its text exactly as in the canonical text, list marker and heading marker left out.</summary>
    public required string Text { get; init; }

    /// <summary>Where it starts in the canonical text, in bytes.</summary>
    public required long ByteStart { get; init; }

    /// <summary>Whether it is an item of a list.</summary>
    public bool IsListItem { get; init; }

    /// <summary>The key of a key-value line; the first cell of a row.</summary>
    public Range Key { get; init; }

    /// <summary>The value of a key-value line.</summary>
    public Range Value { get; init; }

    /// <summary>The header cells of the row's table.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>The cells of a row.</summary>
    public IReadOnlyList<Range> Cells { get; init; } = [];

    /// <summary>Its length in bytes.</summary>
    public int ByteLength => Encoding.UTF8.GetByteCount(Text);
}
