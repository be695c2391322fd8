using Longleaf.Reading.Citations;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Exact.Chains;

/// <summary>Answers which names come to stand for a value, or what value a name comes to stand for, and by which steps.</summary>
internal static class ChainAnswer
{
    /// <summary>The answer; <see langword="null"/> if the question follows no chain, or nothing in the documents makes one.</summary>
    public static IReadOnlyList<AnswerLine>? Find(Question question, ReadingScope scope, CancellationToken cancellationToken) =>
        ChainQuestion.Read(question) is not { } chain ? null
        : chain.Value.Length > 0 ? Names(chain, question, scope, cancellationToken)
        : Value(chain.Name, question, scope, cancellationToken);

    private static List<AnswerLine>? Names(ChainQuestion chain, Question question, ReadingScope scope, CancellationToken cancellationToken)
    {
        var kinds = TextAnalyzer.Analyze(question.Text).Select(term => term.Term).Where(term => term != chain.Value && !Query.SaysLittle(term)).ToHashSet(StringComparer.Ordinal);
        var found = Closure.Forward(chain.Value, kinds, scope, cancellationToken);
        if (found.Count < (chain.IsPlain ? 1 : 2) || (!chain.IsPlain && found.All(step => step.Source == chain.Value)))
        {
            return null;
        }

        var line = new LineBuilder(scope.All, question.Language);
        if (chain.Counts)
        {
            line.Frame("**{0}**", found.Count).Frame(line.Phrases.Colon);
        }

        for (var i = 0; i < found.Count; i++)
        {
            line.Frame(i > 0 ? line.Phrases.Comma : "").Frame(chain.Counts ? "{0}" : "**{0}**", QuotedText.Inert(found[i].Target));
            line.Cite(found[i].Statement, 0, found[i].Statement.Text.Length);
        }

        return [line.Frame(line.Phrases.Stop).Sources().ToLine()];
    }

    private static List<AnswerLine>? Value(string name, Question question, ReadingScope scope, CancellationToken cancellationToken)
    {
        var steps = Closure.Backward(name, scope, cancellationToken);
        if (steps.Count == 0)
        {
            return null;
        }

        var line = new LineBuilder(scope.All, question.Language).Frame("**{0}**", QuotedText.Inert(steps[^1].Source));
        if (steps.Count > 1)
        {
            line.Frame(" – ").Frame(QuotedText.Inert(name)).Frame(string.Concat(steps.Select(step => " = " + QuotedText.Inert(step.Source))));
        }

        foreach (var step in steps)
        {
            line.Cite(step.Statement, 0, step.Statement.Text.Length);
        }

        return [line.Stop().Sources().ToLine()];
    }
}
