namespace Longleaf.Evaluation.OwnDocuments;

/// <summary>A user's question with the answer that is expected of it.</summary>
/// <param name="Text">What is asked.</param>
/// <param name="Answers">Ways to say the answer, any of which is right; empty where the documents do not say.</param>
/// <param name="Documents">File names of the documents it is put to; empty for all.</param>
internal sealed record OwnQuestion(string Text, IReadOnlyList<string> Answers, IReadOnlyList<string> Documents);
