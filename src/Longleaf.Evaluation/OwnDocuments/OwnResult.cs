using Longleaf.Evaluation.Asking;

namespace Longleaf.Evaluation.OwnDocuments;

/// <summary>What became of a user's question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Verdict">Right, hedged, wrong or refused.</param>
/// <param name="Answer">The answer.</param>
/// <param name="IsPlainRight">Whether the peer was asked, and has it in its first sentence.</param>
internal sealed record OwnResult(OwnQuestion Question, string Verdict, GivenAnswer Answer, bool IsPlainRight);
