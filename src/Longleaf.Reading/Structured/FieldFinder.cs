using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Structured;

/// <summary>Finds the value of a single field.</summary>
/// <remarks>
/// 1. What the schema leaves no choice of. 2. What stands under a label that says the field's name. 3. What a document says of itself: title, author.
/// 4. What a sentence says. 5. Of given values, the only one that is named at all; the only address, the only date.
/// </remarks>
internal sealed class FieldFinder(Evidence evidence, CancellationToken cancellationToken)
{
    private const double EnoughForLabel = 0.45;

    // A value of the whole document is taken for a row's own only if its label says the name outright.
    private const double EnoughForOuter = 0.8;
    private const double NamedRow = 1.2;
    private const int MaxFacts = 24;

    // Whole documents are looked through for a value without a label so many times.
    private const int MaxScans = 200;

    private readonly SentenceFinder _sentences = new(evidence, cancellationToken);
    private int _scans;

    /// <summary>The value; <see langword="null"/> if it is not found.</summary>
    /// <param name="node">The field's schema.</param>
    /// <param name="field">The field.</param>
    /// <param name="path">The field's path within its record.</param>
    /// <param name="scope">Where it is looked for.</param>
    public FoundField? Find(SchemaNode node, FieldQuery field, string path, FieldScope scope)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // :: 1: no choice.
        if (Given(node) is { } given)
        {
            return new FoundField(given, []);
        }

        if (scope.Row is not null)
        {
            return OfRow(node, field, path, scope);
        }

        // :: 2.
        if ((OfHeading(node, field, scope) ?? OfFacts(node, field, scope.FactsNaming(field), EnoughForLabel)) is { } labelled)
        {
            return labelled;
        }

        // What the label itself says is not what the schema takes: a number from elsewhere would be another's.
        if (IsContradicted(node, field, scope.FactsNaming(field)))
        {
            return null;
        }

        // :: 3 to 5.
        return (scope.IsWhole && scope.Documents is [var only] ? DocumentField.Find(evidence, node, field, only, cancellationToken) : null)
            ?? (CurrencyOf(node, field, scope) ?? _sentences.Find(node, field, scope))
            ?? OnlyChoice(node, scope) ?? OnlyOne(node, field, scope);
    }

    /// <summary>The value that stands under a label; <see langword="null"/> if none does.</summary>
    public FoundField? OfFacts(SchemaNode node, FieldQuery field, IReadOnlyList<Fact> facts, double enough)
    {
        var best = facts.Select(fact => (Fact: fact, Score: field.Score(fact.Terms, fact.Context) * fact.Weight * (fact.IsOneOfMany && evidence.IsOfSubject(fact.Statement) ? NamedRow : 1)))
            .Where(scored => scored.Score >= enough && (!scored.Fact.IsOneOfMany || evidence.IsOfSubject(scored.Fact.Statement) || IsSameInAll(scored.Fact, facts)))
            .OrderByDescending(scored => scored.Score)
            .Take(MaxFacts);
        foreach (var (fact, _) in best)
        {
            if (ValueReader.Read(node, field, fact.Text, evidence.Facts(fact.Statement.Document).Habits) is { } read)
            {
                return new FoundField(read.Value, evidence.Cite(fact.Statement, Place(fact, read)));
            }
        }

        return null;
    }

    /// <summary>The value that a schema leaves no choice of.</summary>
    public static JsonValue? Given(SchemaNode node) =>
        SchemaShapes.Of(node) is [var shape] ? shape.Node.Constant ?? (shape.Node.Values is [var single] ? single : null) : null;

    private FoundField? OfRow(SchemaNode node, FieldQuery field, string path, FieldScope scope)
    {
        if (!scope.Columns.TryGetValue(path, out var column))
        {
            return scope.Outer is null ? null : OfFacts(node, field, scope.Outer.FactsNaming(field), EnoughForOuter) ?? CurrencyOf(node, field, scope.Outer);
        }

        var row = scope.Row!;
        var read = column < row.Cells.Count ? ValueReader.Read(node, field, FactTable.Cell(row, column), evidence.Facts(row.Document).Habits) : null;
        return read is null ? null : new FoundField(read.Value, evidence.Cite(row, row.Cells[column]));
    }

    private bool IsContradicted(SchemaNode node, FieldQuery field, IReadOnlyList<Fact> facts) =>
        SchemaShapes.Of(node).All(shape => shape.Type is JsonTypes.Number or JsonTypes.Integer)
        && facts.Any(fact => !fact.IsOneOfMany && field.Score(fact.Terms, fact.Context) * fact.Weight >= EnoughForOuter && NumberReader.Read(fact.Text, evidence.Facts(fact.Statement.Document).Habits, asShare: false).Any());

    // A section's heading names what the section is about.
    private FoundField? OfHeading(SchemaNode node, FieldQuery field, FieldScope scope)
    {
        if (scope.Heading is not { } heading || !DocumentField.IsName(field) || OfFacts(node, field, scope.FactsNaming(field), EnoughForOuter) is not null)
        {
            return null;
        }

        return ValueReader.Read(node, field, heading.Text, evidence.Facts(heading.Document).Habits) is { } read ? new FoundField(read.Value, evidence.Cite(heading, ..)) : null;
    }

    // Amounts carry their currency: the one that most of them have.
    private FoundField? CurrencyOf(SchemaNode node, FieldQuery field, FieldScope scope)
    {
        if (!field.Names("currency 币种 货币") || _scans++ >= MaxScans)
        {
            return null;
        }

        var named = scope.Facts.Select(fact => (fact.Statement, fact.Value, Read: ValueReader.Read(node, field, fact.Text, evidence.Facts(fact.Statement.Document).Habits)))
            .Concat(scope.Sentences.Select(sentence => (Statement: sentence, Value: Range.All, Read: ValueReader.Read(node, field, sentence.Text, evidence.Facts(sentence.Document).Habits))))
            .Where(found => found.Read is not null && !found.Read.Place.Equals(Range.All))
            .GroupBy(found => found.Read!.Value)
            .MaxBy(group => group.Count());
        return named is null ? null : new FoundField(named.Key, evidence.Cite(named.First().Statement, named.First().Value));
    }

    // "This invoice has been paid" says which status it has without the word.
    private FoundField? OnlyChoice(SchemaNode node, FieldScope scope)
    {
        var choices = SchemaShapes.Of(node).Where(shape => shape.Type == JsonTypes.String).SelectMany(shape => shape.Node.Values ?? []).Where(value => value.Text.Length > 2).ToArray();
        if (choices.Length == 0 || _scans++ >= MaxScans)
        {
            return null;
        }

        var named = scope.Sentences.Concat(scope.Facts.Where(fact => !fact.IsOneOfMany).Select(fact => fact.Statement))
            .SelectMany(statement => ChoiceReader.Named(choices, statement.Text).Take(2).Select(read => (Statement: statement, read.Value)))
            .ToArray();
        return named.Length > 0 && named.DistinctBy(found => found.Value).Count() == 1 ? new FoundField(named[0].Value, evidence.Cite(named[0].Statement, ..)) : null;
    }

    // Of running text what was read is quoted; the value of a label as a whole.
    private static Range Place(Fact fact, ReadValue read)
    {
        if (fact.Statement.Kind != StatementKind.Sentence || read.Place.Equals(Range.All))
        {
            return fact.Value;
        }

        var offset = fact.Value.GetOffsetAndLength(fact.Statement.Text.Length).Offset;
        return (offset + read.Place.Start.Value)..(offset + read.Place.End.Value);
    }

    // The one address or the one date of a contract needs no label.
    private FoundField? OnlyOne(SchemaNode node, FieldQuery field, FieldScope scope)
    {
        if (!SchemaShapes.Of(node).Any(shape => shape.Node.Format is StringFormat.Email or StringFormat.Uri or StringFormat.Uuid or StringFormat.IPv4 || (shape.Node.Format is StringFormat.Date or StringFormat.DateTime && field.IsGeneral)) || _scans++ >= MaxScans)
        {
            return null;
        }

        var found = scope.Sentences.Concat(scope.Facts.Select(fact => fact.Statement)).DistinctBy(statement => (statement.Document, statement.ByteStart))
            .Select(statement => (Statement: statement, Read: ValueReader.Read(node, field, statement.Text, evidence.Facts(statement.Document).Habits)))
            .Where(one => one.Read is not null)
            .DistinctBy(one => one.Read!.Value)
            .Take(2)
            .ToArray();
        return found is [var only] ? new FoundField(only.Read!.Value, evidence.Cite(only.Statement, only.Read.Place)) : null;
    }

    private static bool IsSameInAll(Fact fact, IReadOnlyList<Fact> facts) =>
        facts.Where(other => other.IsOneOfMany && other.Label == fact.Label && other.Statement.Document == fact.Statement.Document).All(other => other.Text == fact.Text);
}
