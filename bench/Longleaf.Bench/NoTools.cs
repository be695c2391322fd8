using Longleaf.Documents.Formats.Pdf;
using Longleaf.Documents.Ocr;

namespace Longleaf.Bench;

/// <summary>No <c>pdftotext</c>, <c>pdftoppm</c> and <c>tesseract</c>: for what is about our own reading alone.</summary>
internal sealed class NoTools : IPageTextSource, IRecognizer
{
    public IReadOnlyList<string>? Read(int first, int last) => null;

    public IEnumerable<DrawnPage> Draw(IReadOnlyList<PageToRecognize> pages) => pages.Select(_ => new DrawnPage(RecognitionOutcome.NotToBeHad, null));

    public IEnumerable<Recognition> Recognize(IEnumerable<PictureToRecognize> pictures) => pictures.Select(_ => new Recognition(RecognitionOutcome.NotToBeHad, ""));
}
