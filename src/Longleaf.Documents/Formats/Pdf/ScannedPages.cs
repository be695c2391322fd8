using System.Globalization;
using Longleaf.Documents.Ocr;

namespace Longleaf.Documents.Formats.Pdf;

/// <summary>Has the text of scanned pages recognised.</summary>
internal sealed class ScannedPages(IRecognizer recognizer, BlockSink sink)
{
    // Enough for letters of 8 points; finer takes time and finds no more (measured at 150 to 300).
    private const double DotsPerInch = 200;

    // Small pages, such as receipts and slides, hold letters as small in pixels.
    private const int LeastSide = 1200;
    private const int MostSide = Isolation.Wire.Protocol.MaxPageSide;

    // A4.
    private const double UsualSide = 842;

    private readonly List<(int Page, RecognitionOutcome Outcome)> _failed = [];
    private readonly List<int> _leftOut = [];
    private int _unread;

    /// <summary>Recognises pages that are pictures, and those that neither reader found text on.</summary>
    /// <param name="pages">All pages.</param>
    /// <param name="missing">Pages that show text, or could not be read, and were tried with another reader.</param>
    public void Recognize(IReadOnlyList<PageContent> pages, IReadOnlyList<int> missing)
    {
        var tried = missing.ToHashSet();
        var wanted = pages.Where(page => string.IsNullOrWhiteSpace(page.ForeignText)
            && (page.IsScan || (tried.Contains(page.Number) && page.Items.Count == 0 && (page.ShowsText || page.LongSide is null)))).ToList();
        _leftOut.AddRange(wanted.Skip(sink.Limits.MaxRecognizedPages).Select(page => page.Number));
        wanted.RemoveRange(wanted.Count - _leftOut.Count, _leftOut.Count);
        if (wanted.Count > 0)
        {
            sink.Progress(0, wanted.Count, "pages", "ocr");
            var results = new PageRecognition(recognizer).Recognize(
                [.. wanted.Select(page => new PageToRecognize(page.Number, Side(page)))], done => sink.Progress(done, wanted.Count, "pages", "ocr"));
            foreach (var (page, result) in wanted.Zip(results))
            {
                Take(page, result);
            }
        }

        Warn(pages.Count, wanted.Count);
    }

    /// <summary>Why there is no text, if recognition would have been needed and failed.</summary>
    public UnreadableException? Failure() => _failed.Count == 0 ? NoneLeft() : _failed[0].Outcome switch
    {
        RecognitionOutcome.NotToBeHad => new(
            DocumentFailureCode.UnsupportedFormat,
            "This PDF is scanned, and this server cannot read scans: tesseract or pdftoppm, which recognise their text, are not installed."),
        RecognitionOutcome.TimedOut => new(DocumentFailureCode.TimedOut, "The pages of this PDF are pictures, and took too long to draw and recognise: print it to a new PDF, or save its pages as images."),
        _ => new(DocumentFailureCode.Malformed, "This PDF is scanned or damaged, and the recognition of its pages failed."),
    };

    private UnreadableException? NoneLeft() => _leftOut.Count == 0 ? null : new(
        DocumentFailureCode.UnsupportedFormat,
        string.Create(
            CultureInfo.InvariantCulture,
            $"This PDF is scanned, and no text was found on the {sink.Limits.MaxRecognizedPages} scanned pages of a document that this server recognises (Isolation:MaxRecognizedPages)."));

    private static int Side(PageContent page) =>
        (int)Math.Clamp((page.LongSide is > 0 and { } side ? side : UsualSide) / 72 * DotsPerInch, LeastSide, MostSide);

    private void Take(PageContent page, RecognizedPage result)
    {
        if (result.Outcome != RecognitionOutcome.Done)
        {
            _failed.Add((page.Number, result.Outcome));
            return;
        }

        page.Recognized = result.Text.Blocks;
        if (page.Recognized.Count == 0)
        {
            _unread += page.ShowsText && page.Items.Count == 0 ? 1 : 0;
            return;
        }

        // What letters there are is in the picture of the page as well, or could not be read.
        var recognized = Bare(string.Concat(result.Text.Paragraphs));
        page.Items.RemoveAll(item => item is not TextLine line || IsIn(recognized, Bare(line.Text)));
    }

    private static bool IsIn(string recognized, string line) => recognized.Contains(line, StringComparison.Ordinal);

    private static string Bare(string text) =>
        string.Concat(text.Where(unit => char.IsLetterOrDigit(unit) && unit < '\uE000').Select(char.ToUpperInvariant));

    private void Warn(int pages, int scanned)
    {
        if (_unread > 0 && _unread < pages)
        {
            sink.Warn(string.Create(CultureInfo.InvariantCulture, $"{_unread} of the {pages} pages of this PDF could not be read."));
        }

        foreach (var outcome in _failed.GroupBy(failed => failed.Outcome, failed => failed.Page))
        {
            sink.Warn(string.Create(CultureInfo.InvariantCulture, $"{outcome.Count()} of the {scanned} scanned pages {Reason(outcome.Key)}: {PageRanges.Of([.. outcome])}."));
        }

        if (_leftOut.Count > 0)
        {
            sink.Warn(string.Create(
                CultureInfo.InvariantCulture,
                $"Only the first {sink.Limits.MaxRecognizedPages} scanned pages were recognised (Isolation:MaxRecognizedPages); left out: {PageRanges.Of(_leftOut)}."));
        }
    }

    private static string Reason(RecognitionOutcome outcome) => outcome switch
    {
        RecognitionOutcome.NotToBeHad => "were not read, as tesseract or pdftoppm is not installed on the server",
        RecognitionOutcome.TimedOut => "took too long to draw or recognise and were left out",
        _ => "could not be recognised and were left out",
    };
}
