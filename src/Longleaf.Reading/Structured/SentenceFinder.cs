using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive.Lookups;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Structured;

/// <summary>Finds the value of a field in running text: the field is asked for as a question would be.</summary>
internal sealed partial class SentenceFinder(Evidence evidence, CancellationToken cancellationToken)
{
    // Searches of a schema of thousands of fields are bounded; labels are still read for each.
    private const int MaxSearches = 300;
    private const int LookedAt = 3;
    private const double NearBest = 0.8;
    private const double EnoughToState = 0.7;
    private const double EnoughToBeNear = 0.6;
    private const int LongestDescription = 200;
    private const int MaxSectionSentences = 400;

    private int _searches;

    /// <summary>The value; <see langword="null"/> if no sentence says it.</summary>
    public FoundField? Find(SchemaNode node, FieldQuery field, FieldScope scope)
    {
        var shapes = SchemaShapes.Of(node);
        foreach (var text in (string[])[field.Words, field.Description.Length <= LongestDescription ? field.Description : ""])
        {
            if (text.Length > 0 && _searches < MaxSearches && scope.Documents.Count > 0)
            {
                _searches++;
                var question = Ask(text, shapes);
                var query = Query.Of(question, new ReadingScope(evidence.Documents, scope.Documents).Search);
                if (Best(question, query, scope).Select(ranked => Read(node, field, question, ranked)).FirstOrDefault(found => found is not null) is { } found)
                {
                    return found;
                }
            }
        }

        return _searches < MaxSearches ? Near(node, field, shapes, scope) : null;
    }

    // A value of a form of its own, in the clause behind the field's name.
    private FoundField? Near(SchemaNode node, FieldQuery field, IReadOnlyList<SchemaShape> shapes, FieldScope scope)
    {
        if (!shapes.Any(shape => shape.Type is JsonTypes.Number or JsonTypes.Integer || (shape.Type == JsonTypes.String && (shape.Node.Format != StringFormat.None || shape.Node.Values is not null || shape.Node.Pattern is not null))))
        {
            return null;
        }

        foreach (var sentence in scope.Sentences.Where(sentence => field.Coverage(evidence.TermsOf(sentence)) >= EnoughToBeNear).OrderByDescending(sentence => field.Coverage(evidence.TermsOf(sentence))).Take(LookedAt))
        {
            var named = TextAnalyzer.Analyze(sentence.Text).LastOrDefault(term => field.Terms.Any(own => own.Term == term.Term));
            var start = named.Start + named.Length;
            var end = sentence.Text.AsSpan(start).IndexOfAny("，；;。") is >= 0 and var clause ? start + clause : sentence.Text.Length;
            if (ValueReader.Read(node, field, sentence.Text[start..end], evidence.Facts(sentence.Document).Habits) is { } read)
            {
                return new FoundField(read.Value, evidence.Cite(sentence, ..));
            }
        }

        return null;
    }

    /// <summary>The statements that say something outright, best first.</summary>
    public IEnumerable<Statement> Say(FieldQuery field, FieldScope scope)
    {
        if (_searches++ >= MaxSearches || scope.Documents.Count == 0)
        {
            return [];
        }

        var question = Ask(field.Words, []) with { Type = AnswerType.Any };
        return Best(question, Query.Of(question, new ReadingScope(evidence.Documents, scope.Documents).Search), scope).Select(ranked => ranked.Statement);
    }

    private IEnumerable<RankedStatement> Best(Question question, Query query, FieldScope scope)
    {
        var ranked = scope.IsWhole ? StatementRanker.Rank(question, query, new ReadingScope(evidence.Documents, scope.Documents), cancellationToken) : OfSection(question, query, scope);
        return !NotFound.Answers(ranked.Count > 0 ? ranked[0] : null, query) || !NotFound.Outright(ranked, question, query, evidence.Documents)
            ? []
            : ranked.Where(statement => statement.Overlap >= NearBest * ranked[0].Overlap).Take(LookedAt);
    }

    private IReadOnlyList<RankedStatement> OfSection(Question question, Query query, FieldScope scope) =>
        scope.Sentences.Count is 0 or > MaxSectionSentences
            ? []
            : [.. new StatementScorer(question, query).Score(evidence.Documents[scope.Documents[0]], scope.Sentences, 1).OrderByDescending(statement => statement.Score).ThenBy(statement => statement.Statement.ByteStart)];

    private Question Ask(string text, IReadOnlyList<SchemaShape> shapes)
    {
        var subject = string.Join(' ', evidence.Subject.Names);
        var asked = QuestionLanguage.Of(text) == AnswerLanguage.Chinese ? $"{subject}{text}是什么？" : $"What is the {text.TrimEnd('.', '?')}{(subject.Length > 0 ? " of " + subject : "")}?";
        var question = QuestionReader.Read(new Conversation { Documents = [], Turns = [new Turn(TurnAuthor.User, asked)] });
        var type = shapes.Count == 0 ? question.Type : Type(shapes[0], question.Type);
        return question with { Type = type, Route = Route.Lookup };
    }

    // The schema's type says more than the field's name.
    private static AnswerType Type(SchemaShape shape, AnswerType named) => shape.Type switch
    {
        JsonTypes.Boolean => AnswerType.YesNo,
        JsonTypes.Integer or JsonTypes.Number => named is AnswerType.Measure or AnswerType.Percent or AnswerType.Money or AnswerType.Duration ? named : AnswerType.Count,
        _ => shape.Node.Format switch
        {
            StringFormat.Date or StringFormat.DateTime or StringFormat.Time => AnswerType.Date,
            StringFormat.Duration => AnswerType.Duration,
            StringFormat.Email => AnswerType.Email,
            StringFormat.Uri => AnswerType.Url,
            _ => named is AnswerType.YesNo or AnswerType.List ? AnswerType.Any : named,
        },
    };

    private FoundField? Read(SchemaNode node, FieldQuery field, Question question, RankedStatement ranked)
    {
        var statement = ranked.Statement;
        var habits = evidence.Facts(statement.Document).Habits;
        if (question.Type == AnswerType.YesNo)
        {
            return ranked.Overlap >= EnoughToState && JsonValue.Of(!TruthReader.Denies(statement.Text)) is var truth && SchemaShapes.Allows(node, truth) ? new FoundField(truth, evidence.Cite(statement, ..)) : null;
        }

        foreach (var place in Places(statement, field, question))
        {
            if (ValueReader.Read(node, field, statement.Text[place], habits) is { } read)
            {
                return new FoundField(read.Value, evidence.Cite(statement, statement.Kind == StatementKind.Sentence ? .. : place));
            }
        }

        return null;
    }

    private static IEnumerable<Range> Places(Statement statement, FieldQuery field, Question question)
    {
        if (statement.Kind != StatementKind.Sentence)
        {
            return statement.Kind == StatementKind.KeyValue ? [statement.Value] : [];
        }

        if (AnswerSpans.Has(question.Type))
        {
            return AnswerSpans.Find(statement.Text, question).Select(span => span.Start..span.End);
        }

        // "The governing law is that of France": what follows the verb, where the words before it are the field's; else the sentence.
        var copula = Copula().Match(statement.Text);
        var subject = copula.Success ? TextAnalyzer.Analyze(copula.Groups["subject"].Value).Select(term => term.Term).ToHashSet(StringComparer.Ordinal) : [];
        return subject.Count > 0 && field.Coverage(subject) >= EnoughToState ? [copula.Groups["value"].Index..(copula.Groups["value"].Index + copula.Groups["value"].Length)] : [Range.All];
    }

    [GeneratedRegex(@"^(?<subject>[^,;，；]{2,60}?)(?:\s+(?:is|are|was|were|shall be|will be|has been|have been|equals|amounts? to)\s+|[为是系])(?<value>.+?)[.。]?$", RegexOptions.Singleline)]
    private static partial Regex Copula();
}
