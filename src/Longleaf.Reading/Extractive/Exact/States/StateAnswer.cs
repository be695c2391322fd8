using Longleaf.Reading.Citations;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Structured;

namespace Longleaf.Reading.Extractive.Exact.States;

/// <summary>Answers what holds at the end, of several statements about the same attribute, and what held before.</summary>
internal static class StateAnswer
{
    /// <summary>The answer; <see langword="null"/> if no state is asked for, or none is sure.</summary>
    public static IReadOnlyList<AnswerLine>? Find(Question question, ReadingScope scope, CancellationToken cancellationToken)
    {
        if (StateQuestion.Read(question) is not { } timeless)
        {
            return null;
        }

        foreach (var reading in ValueQuestionReader.Read(timeless).Where(reading => reading.Entities.Count == 1))
        {
            var history = InTime(new BindingFinder(reading, timeless, scope).History(reading.Entities[0], cancellationToken));
            if (history.Count > 0)
            {
                return [Line(history, question, scope)];
            }
        }

        return null;
    }

    // The last in the order of the documents; by date, where every statement bears exactly one.
    private static List<Binding> InTime(IReadOnlyList<Binding> bindings)
    {
        var dated = new List<(Binding Binding, DateOnly Date)>();
        foreach (var binding in bindings)
        {
            var habits = new WritingHabits();
            habits.Learn(binding.Statement.Text);
            if (DateReader.Dates(binding.Statement.Text, habits).ToArray() is [var only])
            {
                dated.Add((binding, only.Date));
            }
        }

        return dated.Count == bindings.Count ? [.. dated.OrderBy(pair => pair.Date).Select(pair => pair.Binding)] : [.. bindings];
    }

    private static AnswerLine Line(List<Binding> history, Question question, ReadingScope scope)
    {
        var line = new LineBuilder(scope.All, question.Language);
        BindingAnswer.Value(line, history[^1]).Stop().Sources();
        var before = history.LastOrDefault(binding => !binding.Text.Equals(history[^1].Text, StringComparison.OrdinalIgnoreCase));
        if (before is not null)
        {
            line.Frame(ExactPhrases.In(question.Language).Before).Frame(QuotedText.Inert(before.Text)).Cite(before.Statement, 0, before.Statement.Text.Length).Stop().Sources();
        }

        return line.ToLine();
    }
}
