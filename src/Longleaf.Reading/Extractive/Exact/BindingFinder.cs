using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Exact;

/// <summary>Finds everything the documents bind to an entity under an attribute.</summary>
internal sealed class BindingFinder(ValueQuestion reading, Question question, ReadingScope scope)
{
    private const double Same = 0.99;

    // Where all values are wanted, one may be told in other words than the next.
    private const double Related = 0.6;

    private readonly BindingReader _reader = new(reading, question, scope.All);

    /// <summary>The bindings in reading order, each value once; none where nothing is sure.</summary>
    public IReadOnlyList<Binding> Find(string entity, CancellationToken cancellationToken) =>
        [.. All(entity, QuestionFrames.WantsAll(question.Text) ? Related : Same, cancellationToken).DistinctBy(binding => binding.Text, StringComparer.OrdinalIgnoreCase)];

    /// <summary>All bindings in reading order, the same value again where it is told again, also those told in other words.</summary>
    public IReadOnlyList<Binding> History(string entity, CancellationToken cancellationToken) => All(entity, Related, cancellationToken);

    private Binding[] All(string entity, double share, CancellationToken cancellationToken)
    {
        Binding[] bindings = [.. ExactSearch.Find(entity, reading.Terms, scope, cancellationToken).SelectMany(statement => _reader.Read(statement, entity))];
        if (bindings.Length == 0)
        {
            return [];
        }

        var least = bindings.Max(binding => binding.Coverage) * share;
        return [.. bindings.Where(binding => binding.Coverage >= least)];
    }
}
