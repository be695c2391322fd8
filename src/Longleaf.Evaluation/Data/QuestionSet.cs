namespace Longleaf.Evaluation.Data;

/// <summary>Paragraphs and the questions that one of them answers.</summary>
/// <param name="Name">What the set is called.</param>
/// <param name="Units">Paragraphs with their titles.</param>
/// <param name="Questions">Questions.</param>
internal sealed record QuestionSet(string Name, IReadOnlyList<QuestionUnit> Units, IReadOnlyList<KnownQuestion> Questions)
{
    /// <summary>Whether the answer is a whole paragraph and not a few words of it: finding any part of it counts.</summary>
    public bool AnswersAreParagraphs { get; init; }

    /// <summary>The set with at most so many questions, spread evenly over it.</summary>
    /// <param name="count">How many; 0 for all.</param>
    public QuestionSet Sample(int count) => this with { Questions = Sampling.Spread(Questions, count) };
}
