using Longleaf.Reading.Extractive.Exact.Anchors;
using Longleaf.Reading.Extractive.Exact.Chains;
using Longleaf.Reading.Extractive.Exact.States;
using Longleaf.Reading.Extractive.Exact.Words;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Exact;

/// <summary>Answers what documents say to the letter: the value that belongs to a key, a code or a name, for each of those asked about.</summary>
/// <remarks>Where it is not sure it says nothing, and the question is looked up sentence by sentence.</remarks>
internal static class ExactAnswer
{
    /// <summary>The answer's lines; <see langword="null"/> where nothing is sure.</summary>
    public static IReadOnlyList<AnswerLine>? Find(Question question, IReadOnlyList<ReadableDocument> documents, CancellationToken cancellationToken)
    {
        if (question.Carried.Length > 0)
        {
            return null;
        }

        var named = Enumerable.Range(0, documents.Count).Where(i => Verbatim.Holds(question.Text, Path.GetFileNameWithoutExtension(documents[i].Name))).ToArray();
        var scope = new ReadingScope(documents, named.Length > 0 ? named : question.Documents);
        return WordAnswer.Find(question, scope, cancellationToken)
            ?? ChainAnswer.Find(question, scope, cancellationToken)
            ?? PlaceAnswer.Find(question, scope, cancellationToken)
            ?? StateAnswer.Find(question, scope, cancellationToken)
            ?? Bound(question, scope, cancellationToken);
    }

    // Values read for certain go first; where several are asked for and more statements name the thing than gave a value, those are told.
    private static IReadOnlyList<AnswerLine>? Bound(Question question, ReadingScope scope, CancellationToken cancellationToken)
    {
        var bound = BindingAnswer.Find(question, scope, cancellationToken);
        if (bound is not null && !AnchorAnswer.AsksForSeveral(question))
        {
            return bound;
        }

        var told = AnchorAnswer.Find(question, scope, cancellationToken);
        return bound is null || told?.Count > bound.Count ? told : bound;
    }
}
