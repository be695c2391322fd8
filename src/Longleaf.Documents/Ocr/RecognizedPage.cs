namespace Longleaf.Documents.Ocr;

/// <summary>What came of a page or picture.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Text">Its text; nothing unless it is done.</param>
/// <param name="Script">What it was recognised as.</param>
internal readonly record struct RecognizedPage(RecognitionOutcome Outcome, RecognizedText Text, TextScript Script)
{
    private const int LeastLetters = 10;

    // Clean pages have 88 and more in their own language, and 1 % of their letters in doubt.
    private const double GoodConfidence = 85;
    private const double FairConfidence = 80;
    private const double LeastConfidence = 70;

    // Pages that lie right have 75 and more, turned ones under 50 (measured).
    private const double PoorConfidence = 65;

    /// <summary>Whether it may lie another way.</summary>
    public bool MayBeTurned => Text.Letters >= LeastLetters && Text.Confidence < PoorConfidence;

    /// <summary>Whether it may be in another language than it was recognised in.</summary>
    public bool IsDoubtful => Outcome == RecognitionOutcome.Done && Text.Letters >= LeastLetters && Script switch
    {
        TextScript.Any => Text.Confidence < GoodConfidence || Text.EastAsianLetters * 5 >= Text.Letters,
        TextScript.Latin => Text.Confidence < FairConfidence || Text.DoubtfulLetters * 20 > Text.Letters,
        _ => Text.Confidence < LeastConfidence || Text.EastAsianLetters * 5 < Text.Letters,
    };

    /// <summary>The better of two tries.</summary>
    /// <param name="second">The second.</param>
    public RecognizedPage OrBetter(RecognizedPage second)
    {
        // In a language of its own a page of ideographs is read better than it looks: rare ones count as unsure, not as letters.
        var least = second.Script is TextScript.Any or TextScript.Latin ? Text.SureLetters + 1 : Text.SureLetters * 9 / 10;
        return second.Outcome == RecognitionOutcome.Done && second.Text.SureLetters >= least ? second : this;
    }
}
