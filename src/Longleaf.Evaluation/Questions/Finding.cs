namespace Longleaf.Evaluation.Questions;

/// <summary>Where the answer to a question was found.</summary>
/// <param name="SentenceRank">The rank of the first sentence that has it, from 1; 0 if none of those looked at does.</param>
/// <param name="ParagraphRank">The rank of its paragraph, from 1; 0 if it is not among those found.</param>
/// <param name="EvidenceTokens">Tokens of evidence, best first, up to and with the passage that has it; <see langword="null"/> if none does.</param>
internal readonly record struct Finding(int SentenceRank, int ParagraphRank, int? EvidenceTokens);
