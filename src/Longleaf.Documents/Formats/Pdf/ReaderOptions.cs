using Longleaf.Documents.Formats.Pdf.Content;
using UglyToad.PdfPig;

namespace Longleaf.Documents.Formats.Pdf;

/// <summary>What page readers are to know of the whole document: PdfPig makes them itself, and hands its options on.</summary>
internal sealed class ReaderOptions : ParsingOptions
{
    public HiddenContent? Hidden { get; set; }
}
