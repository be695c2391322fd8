using Longleaf.Documents.Formats.Pdf.Tables;
using Longleaf.Documents.Ocr;

namespace Longleaf.Documents.Formats.Pdf;

/// <summary>What a page holds, in the order of reading: lines and tables.</summary>
internal sealed class PageContent
{
    public required int Number { get; init; }

    /// <summary>Lines (<see cref="TextLine"/>) and tables (<see cref="PageTable"/>).</summary>
    public List<object> Items { get; } = [];

    /// <summary>Text that another tool found, where our own reader found none: whole paragraphs.</summary>
    public string? ForeignText { get; set; }

    /// <summary>Whether what it shows is a picture of text rather than text.</summary>
    public bool IsScan { get; init; }

    /// <summary>Its longer side in points; <see langword="null"/> if not known.</summary>
    public double? LongSide { get; init; }

    /// <summary>Paragraphs and tables recognised in its picture.</summary>
    public IReadOnlyList<RecognizedBlock> Recognized { get; set; } = [];

    /// <summary>What readers have noted.</summary>
    public List<string> Comments { get; } = [];

    /// <summary>Whether its content draws text, readable or not.</summary>
    public bool ShowsText { get; init; }

    public IEnumerable<TextLine> Lines => Items.OfType<TextLine>();
}
