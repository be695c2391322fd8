namespace Longleaf.Documents.Ocr;

/// <summary>Draws pages and recognises text in pictures: <c>pdftoppm</c> and <c>tesseract</c>, run by the parent process.</summary>
internal interface IRecognizer
{
    /// <summary>Draws pages of the document, a PDF, some ahead of those taken.</summary>
    /// <param name="pages">The pages.</param>
    /// <returns>What came of each, in their order.</returns>
    IEnumerable<DrawnPage> Draw(IReadOnlyList<PageToRecognize> pages);

    /// <summary>Recognises pictures, several at the same time; they are asked for as there is room for them.</summary>
    /// <param name="pictures">The pictures.</param>
    /// <returns>What came of each, in their order.</returns>
    IEnumerable<Recognition> Recognize(IEnumerable<PictureToRecognize> pictures);
}
