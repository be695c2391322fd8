namespace Longleaf.Evaluation.Data;

/// <summary>A paragraph of a question set.</summary>
/// <param name="Title">The title it stands under; may be empty.</param>
/// <param name="Text">The paragraph.</param>
/// <param name="IsContinued">Whether it goes on the document of the one before it: it gets no heading of its own.</param>
internal sealed record QuestionUnit(string Title, string Text, bool IsContinued = false);
