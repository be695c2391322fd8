using System.Globalization;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Comparisons;

/// <summary>What changed between two versions of a text: changed, added and removed clauses.</summary>
internal static class VersionComparison
{
    private const int MaxChanged = 30;
    private const int MaxListed = 20;

    /// <summary>The answer; no lines where the two are no versions of one text.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="documents">The conversation's documents.</param>
    /// <param name="left">One of the two.</param>
    /// <param name="right">The other.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static IEnumerable<AnswerLine> Lines(Question question, IReadOnlyList<ReadableDocument> documents, int left, int right, CancellationToken cancellationToken)
    {
        if (!SharedBlocks.MayBeVersions(documents[left], documents[right], cancellationToken))
        {
            yield break;
        }

        var (older, newer) = VersionOrder.IsOlder(documents[right].Name, documents[left].Name) ? (right, left) : (left, right);
        var changes = ClauseChanges.Between(ClauseReader.Read(documents[older], older, cancellationToken), ClauseReader.Read(documents[newer], newer, cancellationToken), cancellationToken);
        if (!changes.AreVersions && !(VersionOrder.AskedFor(question.Text) && changes.MayBeVersions))
        {
            yield break;
        }

        var phrases = Phrases.In(question.Language);
        var (before, now) = (ComparisonTable.Name(documents[older]), ComparisonTable.Name(documents[newer]));
        yield return new AnswerLine(changes.Count == 0
            ? string.Format(CultureInfo.InvariantCulture, phrases.NothingChanged, before, now)
            : string.Format(CultureInfo.InvariantCulture, phrases.Changes, before, now, changes.Changed.Count, changes.Added.Count, changes.Removed.Count, changes.Same) + "\n", []);
        foreach (var line in new ComparisonTable(documents, [older, newer], question.Language).Rows([.. changes.Changed.Take(MaxChanged)]))
        {
            yield return line;
        }

        if (changes.Changed.Count > MaxChanged)
        {
            yield return new AnswerLine("\n" + string.Format(CultureInfo.InvariantCulture, phrases.More, changes.Changed.Count - MaxChanged) + "\n", []);
        }

        foreach (var line in Listed(string.Format(CultureInfo.InvariantCulture, phrases.Added, now), changes.Added, documents, question.Language).Concat(Listed(string.Format(CultureInfo.InvariantCulture, phrases.Removed, before), changes.Removed, documents, question.Language)))
        {
            yield return line;
        }
    }

    private static IEnumerable<AnswerLine> Listed(string lead, IReadOnlyList<Clause> clauses, IReadOnlyList<ReadableDocument> documents, AnswerLanguage language)
    {
        if (clauses.Count == 0)
        {
            yield break;
        }

        yield return new AnswerLine("\n" + lead + "\n", []);
        foreach (var clause in clauses.Take(MaxListed))
        {
            var line = new LineBuilder(documents, language).Frame("\n- " + (clause.Title.Length > 0 ? $"**{QuotedText.Inert(clause.Title)}**{Phrases.In(language).Colon}" : "")).Quote(clause.Statement, ..).Stop();
            var place = documents[clause.Statement.Document].Blocks[clause.Statement.Block].Location;
            yield return (place.Page is null ? line : line.Frame(line.Phrases.Source, SourceLabel.Place(place, language))).ToLine();
        }

        yield return new AnswerLine((clauses.Count > MaxListed ? "\n\n" + string.Format(CultureInfo.InvariantCulture, Phrases.In(language).More, clauses.Count - MaxListed) : "") + "\n", []);
    }
}
