using Longleaf.Documents.Ocr.Preparation;

namespace Longleaf.Documents.Ocr;

/// <summary>Finds out what a page is best recognised as, by trying a few lines of it.</summary>
internal sealed class ScriptFinder(IRecognizer recognizer)
{
    // About six lines at the size that pages are prepared to.
    private const int BandHeight = 360;
    private const int LeastLetters = 12;

    // The right language has 71 and more, others under 45, Chinese of the other kind some 10 less (measured).
    private const double LeastConfidence = 60;
    private const double SureConfidence = 85;

    // What a language of its own may look less sure by than all together.
    private const double MostLoss = 8;

    // Simplified Chinese unless another is plainly better: a page of few strokes is read alike as both. Letters of the language alone count, as
    // digits of tables look surer in one than in another, whatever stands beside them.
    private const double LeastGain = 2.5;

    // Of the letters, those of the language itself. Tables are mostly digits; but where all languages together saw no ideograph, a page of
    // Latin letters with a cross and a rule would pass for Japanese.
    private const double LeastShare = 0.05;
    private const double LeastShareOfNew = 0.3;

    private static readonly TextScript[] EastAsian = [TextScript.SimplifiedHan, TextScript.TraditionalHan, TextScript.Japanese, TextScript.Korean];

    private int _tries = 3;

    /// <summary>What the pages of this document are: the first with text decides.</summary>
    public TextScript? Known { get; private set; }

    /// <summary>What a page is recognised as first.</summary>
    /// <param name="page">The page.</param>
    /// <param name="isOnly">Whether no other page follows: a few lines of it are tried where that is little of its time.</param>
    public TextScript First(PreparedPage page, bool isOnly)
    {
        if (Known is { } known)
        {
            return known;
        }

        if ((isOnly && page.Body.Height <= 4 * BandHeight) || Band(page) is not { } band || _tries-- <= 0)
        {
            return TextScript.Any;
        }

        var any = Try(band, TextScript.Any);
        if (any.Letters < LeastLetters)
        {
            return TextScript.Any;
        }

        return (Known = Of(band, any)).Value;
    }

    /// <summary>What a page that was recognised poorly, or in all languages at once, is recognised as again.</summary>
    /// <param name="page">The page.</param>
    /// <param name="result">What came of it.</param>
    public TextScript Second(PreparedPage page, RecognizedPage result)
    {
        if (Band(page) is not { } band)
        {
            return result.Script;
        }

        var any = result.Script == TextScript.Any ? result.Text : Try(band, TextScript.Any);
        return any.Letters < LeastLetters ? result.Script : Of(band, any);
    }

    private TextScript Of(GrayPicture band, RecognizedText any)
    {
        if (any.Confidence >= SureConfidence && any.EastAsianLetters * 20 < any.Letters)
        {
            return TextScript.Latin;
        }

        var share = any.ShowsEastAsian ? LeastShare : LeastShareOfNew;
        var tries = recognizer.Recognize(EastAsian.Select(script => new PictureToRecognize(band, script, PictureLayout.Page)))
            .Select(recognition => RecognizedText.Of(recognition.Words))
            .Zip(EastAsian)
            .Where(one => one.First.EastAsianLetters >= one.First.Letters * share && one.First.EastAsianLetters > 0)
            .OrderByDescending(one => one.First.EastAsianLetters * (one.First.EastAsianConfidence + (one.Second == TextScript.SimplifiedHan ? LeastGain : 0)))
            .Take(1)
            .ToList();
        return tries is [var best] && best.First.Confidence >= LeastConfidence && best.First.IsAsSureAs(any, MostLoss) ? best.Second : TextScript.Any;
    }

    private RecognizedText Try(GrayPicture band, TextScript script) =>
        RecognizedText.Of(recognizer.Recognize([new PictureToRecognize(band, script, PictureLayout.Page)]).Single().Words);

    // The part of the page, or of its tables, with the most ink, cut where lines part.
    private static GrayPicture? Band(PreparedPage page)
    {
        var pictures = page.Tables.SelectMany(table => table.Sheets).Select(sheet => sheet.Picture);
        var bands = (page.HasBody ? pictures.Prepend(page.Body) : pictures).Take(4).Select(Band).ToList();
        return bands.Count == 0 ? null : bands.MaxBy(band => band.Ink).Picture;
    }

    private static (GrayPicture Picture, int Ink) Band(GrayPicture picture)
    {
        var ink = new int[picture.Height + 1];
        for (var y = 0; y < picture.Height; y++)
        {
            ink[y + 1] = ink[y] + Ink.Changes(picture.Row(y));
        }

        if (picture.Height <= 2 * BandHeight)
        {
            return (picture, ink[^1]);
        }

        var top = Enumerable.Range(0, picture.Height - BandHeight).MaxBy(y => ink[y + BandHeight] - ink[y]);
        var (from, to) = (Gap(ink, top), Gap(ink, top + BandHeight));
        return to - from < BandHeight / 3
            ? (picture, ink[^1])
            : (picture with { Height = to - from, Pixels = picture.Pixels[(from * picture.Width)..(to * picture.Width)] }, ink[to] - ink[from]);
    }

    // The emptiest row near one.
    private static int Gap(int[] ink, int row)
    {
        var (first, last) = (Math.Max(0, row - (BandHeight / 8)), Math.Min(ink.Length - 2, row + (BandHeight / 8)));
        return Enumerable.Range(first, last - first + 1).MinBy(y => ink[y + 1] - ink[y]);
    }
}
