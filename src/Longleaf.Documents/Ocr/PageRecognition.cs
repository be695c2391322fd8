namespace Longleaf.Documents.Ocr;

/// <summary>Recognises pages and pictures as they lie first, and those that give poor text once more, finding out how they are turned.</summary>
internal sealed class PageRecognition(IRecognizer recognizer)
{
    // Pages that lie right have 75 and more, turned ones under 50 (measured).
    private const double PoorConfidence = 65;

    // tesseract needs some letters to find out how a page is turned.
    private const int LeastLetters = 10;

    /// <summary>Recognises pages of a PDF.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="progress">Called after each with how many are done.</param>
    /// <returns>What came of each, in their order.</returns>
    public IReadOnlyList<RecognizedPage> Recognize(IReadOnlyList<PageToRecognize> pages, Action<int> progress)
    {
        var results = new List<RecognizedPage>();
        foreach (var recognition in recognizer.Recognize(pages, findTurn: false))
        {
            results.Add(Read(recognition));
            progress(results.Count);
        }

        var poor = Enumerable.Range(0, results.Count).Where(index => IsPoor(results[index])).ToList();
        if (poor.Count > 0)
        {
            var turned = recognizer.Recognize([.. poor.Select(index => pages[index])], findTurn: true);
            foreach (var (index, recognition) in poor.Zip(turned))
            {
                results[index] = Better(results[index], Read(recognition));
                progress(results.Count);
            }
        }

        return results;
    }

    /// <summary>Recognises a picture.</summary>
    public RecognizedPage Recognize(GrayPicture picture)
    {
        var result = Read(recognizer.Recognize([picture], findTurn: false).Single());
        return IsPoor(result) ? Better(result, Read(recognizer.Recognize([picture], findTurn: true).Single())) : result;
    }

    /// <summary>Recognises pictures that lie as they are to be read.</summary>
    /// <returns>What came of each, in their order.</returns>
    public IEnumerable<RecognizedPage> Recognize(IEnumerable<GrayPicture> pictures) => recognizer.Recognize(pictures, findTurn: false).Select(Read);

    private static RecognizedPage Read(Recognition recognition) => new(recognition.Outcome, RecognizedText.Of(recognition.Words));

    private static bool IsPoor(RecognizedPage page) => page.Text.Letters >= LeastLetters && page.Text.Confidence < PoorConfidence;

    private static RecognizedPage Better(RecognizedPage first, RecognizedPage second) =>
        second.Text.SureLetters > first.Text.SureLetters ? second : first;
}
