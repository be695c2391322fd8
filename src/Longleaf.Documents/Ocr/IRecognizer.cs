namespace Longleaf.Documents.Ocr;

/// <summary>Recognises text in pictures: <c>pdftoppm</c> and <c>tesseract</c>, run by the parent process.</summary>
internal interface IRecognizer
{
    /// <summary>Recognises pages of the document, a PDF, several at the same time.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="findTurn">Whether to find out how the pages are turned, which costs time.</param>
    /// <returns>What came of each, in their order.</returns>
    IEnumerable<Recognition> Recognize(IReadOnlyList<PageToRecognize> pages, bool findTurn);

    /// <summary>Recognises pictures, several at the same time; they are asked for as there is room for them.</summary>
    /// <param name="pictures">The pictures.</param>
    /// <param name="findTurn">Whether to find out how they are turned.</param>
    /// <returns>What came of each, in their order.</returns>
    IEnumerable<Recognition> Recognize(IEnumerable<GrayPicture> pictures, bool findTurn);
}
