namespace Longleaf.Evaluation.Needles;

/// <summary>What became of one question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Language">The needle's language.</param>
/// <param name="Length">The haystack's length that was asked for, in tokens.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Share">The share of the values that are anywhere in the answer.</param>
/// <param name="Answer">The answer's Markdown.</param>
/// <param name="Milliseconds">How long the whole answer took.</param>
/// <param name="PlainRank">How many chunks of the plain BM25 hold all values, from the best; 0 if ten do not; <see langword="null"/> if it was not asked.</param>
internal sealed record NeedleResult(
    NeedleQuestion Question, string Language, long Length, NeedleVerdict Verdict, double Share, string Answer, double Milliseconds, int? PlainRank);
