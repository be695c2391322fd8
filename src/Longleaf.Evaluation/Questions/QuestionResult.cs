using Longleaf.Evaluation.Asking;
using Longleaf.Evaluation.Data;

namespace Longleaf.Evaluation.Questions;

/// <summary>What became of a question of a set.</summary>
/// <param name="Question">The question.</param>
/// <param name="Found">Where the reader found the answer.</param>
/// <param name="Plain">Where the peer found it; <see langword="null"/> if it was not asked.</param>
/// <param name="Answer">What the reader answered.</param>
/// <param name="IsRight">Whether the known answer is in it.</param>
/// <param name="IsBoldRight">Whether what is in bold is the known answer; <see langword="null"/> if nothing is.</param>
internal sealed record QuestionResult(KnownQuestion Question, Finding Found, Finding? Plain, GivenAnswer Answer, bool IsRight, bool? IsBoldRight);
