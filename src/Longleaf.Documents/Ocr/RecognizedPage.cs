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

    // What a language of its own may look less sure by than all together.
    private const double MostLoss = 10;

    /// <summary>Whether it may lie another way.</summary>
    public bool MayBeTurned => Text.Letters >= LeastLetters && Text.Confidence < PoorConfidence;

    /// <summary>Whether it may be in another language than it was recognised in.</summary>
    public bool IsDoubtful => Outcome == RecognitionOutcome.Done && Text.Letters >= LeastLetters && Script switch
    {
        TextScript.Any => Text.Confidence < GoodConfidence || Text.ShowsEastAsian,
        TextScript.Latin => Text.Confidence < FairConfidence || Text.DoubtfulLetters * 20 > Text.Letters,
        _ => Text.Confidence < LeastConfidence || Text.EastAsianLetters * 20 < Text.Letters,
    };

    /// <summary>The better of two tries.</summary>
    /// <param name="second">The second.</param>
    public RecognizedPage OrBetter(RecognizedPage second)
    {
        if (second.Outcome != RecognitionOutcome.Done)
        {
            return this;
        }

        // Ideographs read in a language of their own look less sure than the letters that other languages make of them.
        var isBetter = second.Script.IsEastAsian() && second.Script != Script
            ? second.Text.IsAsSureAs(Text, MostLoss) && second.Text.Letters >= Text.Letters * 0.8
            : second.Text.SureLetters > Text.SureLetters;
        return isBetter ? second : this;
    }
}
