using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Exact.Chains;

/// <summary>Follows assignments through the documents until nothing new is found.</summary>
internal static class Closure
{
    // Chains are followed this far; a document may be one endless chain.
    private const int MaxNames = 400;
    private const int MaxSteps = 64;

    /// <summary>The assignments by which names come to stand for a value, nearest first.</summary>
    /// <param name="value">The value.</param>
    /// <param name="kinds">Terms of the question: words for what the names are of, and no names.</param>
    /// <param name="scope">The documents.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static IReadOnlyList<Assignment> Forward(string value, IReadOnlySet<string> kinds, ReadingScope scope, CancellationToken cancellationToken)
    {
        var (found, open, seen) = (new List<Assignment>(), new Queue<string>([value]), new HashSet<string>(StringComparer.Ordinal) { Key(value) });
        while (open.TryDequeue(out var known) && found.Count < MaxNames)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var assignment in ExactSearch.Find(known, [], scope, cancellationToken).SelectMany(statement => Onward(statement, known, kinds)))
            {
                if (found.Count < MaxNames && seen.Add(Key(assignment.Target)))
                {
                    found.Add(assignment);
                    open.Enqueue(assignment.Target);
                }
            }
        }

        return found;
    }

    /// <summary>The assignments from a name back to its value; empty if nothing is assigned to it.</summary>
    public static IReadOnlyList<Assignment> Backward(string name, ReadingScope scope, CancellationToken cancellationToken)
    {
        var (steps, seen, known) = (new List<Assignment>(), new HashSet<string>(StringComparer.Ordinal), name);
        while (steps.Count < MaxSteps && seen.Add(Key(known)) && !char.IsAsciiDigit(known[0]))
        {
            // What is assigned last holds.
            var last = Assignments(known, scope, cancellationToken).LastOrDefault(assignment => Key(assignment.Target) == Key(known));
            if (last is null)
            {
                break;
            }

            steps.Add(last);
            known = last.Source;
        }

        return steps;
    }

    // By a known form of words that says which is which; else by two names alone in a sentence.
    private static IEnumerable<Assignment> Onward(Statement statement, string known, IReadOnlySet<string> kinds)
    {
        Assignment[] told = [.. AssignmentReader.Read(statement).Where(assignment => Key(assignment.Source) == Key(known) || Key(assignment.Target) == Key(known))];
        return told.Length > 0 ? told.Where(assignment => Key(assignment.Source) == Key(known)) : LinkReader.Read(statement, known, kinds) is { } link ? [link] : [];
    }

    private static IEnumerable<Assignment> Assignments(string name, ReadingScope scope, CancellationToken cancellationToken) =>
        ExactSearch.Find(name, [], scope, cancellationToken).SelectMany(AssignmentReader.Read);

    private static string Key(string name) => name.Replace(",", "", StringComparison.Ordinal).Trim('.', ' ');
}
