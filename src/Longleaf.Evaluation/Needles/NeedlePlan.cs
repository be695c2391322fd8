using Longleaf.Reading.Text;

namespace Longleaf.Evaluation.Needles;

/// <summary>All needles of one haystack and the questions that they answer.</summary>
/// <param name="Questions">The questions.</param>
/// <param name="Sentences">Sentences to be put into documents of the haystack.</param>
/// <param name="Documents">Documents to be put among those of the haystack.</param>
internal sealed record NeedlePlan(IReadOnlyList<NeedleQuestion> Questions, IReadOnlyList<NeedleSentence> Sentences, IReadOnlyList<(string Name, string Text)> Documents)
{
    /// <summary>Tokens of all that is put into the haystack.</summary>
    public long Tokens => Sentences.Select(sentence => sentence.Text).Concat(Documents.Select(document => document.Text)).Sum(text => (long)TokenCounter.Shared.Count(text));

    /// <summary>The plan with each question told apart from all others: no value of another needle may be in its answer.</summary>
    public NeedlePlan Apart()
    {
        // Words of lists are everyone's words.
        string[] values = [.. Questions.Where(question => question.Task is not (NeedleTask.CommonWords or NeedleTask.FrequentWords)).SelectMany(question => question.Expected.Concat(question.Foreign)).Distinct()];
        return this with { Questions = [.. Questions.Select(question => question with { Foreign = [.. values.Except(question.Expected)] })] };
    }

    /// <summary>Both plans together.</summary>
    public NeedlePlan With(NeedlePlan other) => new([.. Questions, .. other.Questions], [.. Sentences, .. other.Sentences], [.. Documents, .. other.Documents]);
}
