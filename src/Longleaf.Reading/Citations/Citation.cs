using Longleaf.Documents;

namespace Longleaf.Reading.Citations;

/// <summary>A verbatim quote of a document and where it stands.</summary>
/// <param name="DocumentId">The document's id.</param>
/// <param name="DocumentName">The document's file name.</param>
/// <param name="Quote">The quoted text, exactly as in the canonical text.</param>
/// <param name="Start">First code point of the quote in the canonical text.</param>
/// <param name="End">Code point after the quote's last.</param>
/// <param name="Location">The location of the block it stands in; of JSON, that of the value.</param>
public sealed record Citation(string DocumentId, string DocumentName, string Quote, long Start, long End, Location Location)
{
    /// <summary>The JSON path of the field of a structured answer that rests on it.</summary>
    public string? Field { get; init; }
}
