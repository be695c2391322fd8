using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Exact;

/// <summary>One way to understand a question for what belongs to something: "the access code (attribute) of Gate 7 (entity)".</summary>
/// <param name="Attribute">What is asked for, as written; empty where only the entity is given ("the value of key K").</param>
/// <param name="Entities">Those it is asked of, as written; at least one.</param>
internal sealed record ValueQuestion(string Attribute, IReadOnlyList<string> Entities)
{
    /// <summary>The attribute's terms.</summary>
    public IReadOnlyList<string> Terms { get; } = [.. TextAnalyzer.Analyze(QuestionFrames.WithoutFillers(Attribute)).Select(term => term.Term).Distinct(StringComparer.Ordinal)];
}
