using Longleaf.Reading.Citations;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Exact;

/// <summary>Answers with the values bound to what is asked about: one as itself, several as a list, in the order in which they stand.</summary>
internal static class BindingAnswer
{
    private const int MaxValues = 100;

    /// <summary>The answer; <see langword="null"/> if no way to read the question leads to values that are sure.</summary>
    public static IReadOnlyList<AnswerLine>? Find(Question question, ReadingScope scope, CancellationToken cancellationToken)
    {
        foreach (var reading in ValueQuestionReader.Read(question))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (question.PerDocument && scope.All.Count > 1 && reading.Entities.Count == 1)
            {
                continue;
            }

            var finder = new BindingFinder(reading, question, scope);
            var found = new List<(string Entity, IReadOnlyList<Binding> Bindings)>();
            foreach (var entity in reading.Entities)
            {
                found.Add((entity, finder.Find(entity, cancellationToken)));

                if (found[^1].Bindings.Count == 0)
                {
                    break;
                }
            }

            if (found.Count == reading.Entities.Count && found[^1].Bindings.Count > 0)
            {
                return found.Count == 1 ? One(found[0].Bindings, question, scope) : Each(found, question, scope);
            }
        }

        return null;
    }

    private static List<AnswerLine> One(IReadOnlyList<Binding> bindings, Question question, ReadingScope scope)
    {
        if (bindings.Count == 1)
        {
            return [Value(New(question, scope), bindings[0]).Stop().Sources().ToLine()];
        }

        var lines = new List<AnswerLine>();
        foreach (var binding in bindings.Take(MaxValues))
        {
            lines.Add(Value(New(question, scope).Frame(lines.Count > 0 ? "\n- " : "- "), binding).Sources().ToLine());
        }

        if (bindings.Count > MaxValues)
        {
            lines.Add(New(question, scope).Frame("\n\n").Frame(Phrases.In(question.Language).More, bindings.Count - MaxValues).ToLine());
        }

        return lines;
    }

    private static List<AnswerLine> Each(List<(string Entity, IReadOnlyList<Binding> Bindings)> found, Question question, ReadingScope scope)
    {
        var lines = new List<AnswerLine>();
        foreach (var (entity, bindings) in found)
        {
            var line = New(question, scope).Frame(lines.Count > 0 ? "\n- " : "- ").Frame(QuotedText.Inert(entity)).Frame(Phrases.In(question.Language).Colon);
            foreach (var binding in bindings.Take(MaxValues))
            {
                Value(line.Frame(binding == bindings[0] ? "" : line.Phrases.Comma), binding);
            }

            lines.Add(line.Sources().ToLine());
        }

        return lines;
    }

    /// <summary>Adds a value in bold; its statement is what is cited.</summary>
    public static LineBuilder Value(LineBuilder line, Binding binding) =>
        line.Frame("**").Frame(QuotedText.Inert(binding.Text)).Frame("**").Cite(binding.Statement, 0, binding.Statement.Text.Length);

    private static LineBuilder New(Question question, ReadingScope scope) => new(scope.All, question.Language);
}
