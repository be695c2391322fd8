using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Extractive.Summaries;
using Longleaf.Reading.Extractive.Summaries.Stories;

namespace Longleaf.Reading.Extractive.Comparisons;

/// <summary>Sets two stories side by side: no sentence of either says what it is, but its people, places and words tell.</summary>
internal static class StoryComparison
{
    /// <summary>The lines: a table, a column for each story.</summary>
    public static IEnumerable<AnswerLine> Lines(IReadOnlyList<ReadableDocument> documents, IReadOnlyList<(int Position, SummaryCandidates Text)> stories, Phrases phrases, CancellationToken cancellationToken)
    {
        var names = stories.Select(story => StoryNames.Of(story.Text.Sentences, story.Text.IsChinese)).ToArray();
        cancellationToken.ThrowIfCancellationRequested();
        yield return new AnswerLine($"| {phrases.Attribute} | {string.Join(" | ", stories.Select(story => ComparisonTable.Name(documents[story.Position])))} |\n|{string.Concat(Enumerable.Repeat(" --- |", stories.Count + 1))}\n", []);
        var words = stories is [var one, var other] ? DistinctTerms.Of(one.Text.Sentences, other.Text.Sentences) : default;
        foreach (var (label, cells) in ((string, string[])[])
            [
                (phrases.TitleRow, [.. stories.Select(story => QuotedText.Inert(DocumentTitle.Of(documents[story.Position], [])))]),
                (phrases.PeopleRow, [.. names.Select(name => Join(name.People, phrases))]),
                (phrases.PlacesRow, [.. names.Select(name => Join(name.Places, phrases))]),
                (phrases.WordsRow, words.Ours is null ? [] : [Join(words.Ours, phrases), Join(words.Theirs, phrases)]),
            ])
        {
            if (cells.Any(cell => cell.Length > 0))
            {
                yield return new AnswerLine($"| {label} | {string.Join(" | ", cells)} |\n", []);
            }
        }
    }

    private static string Join(IReadOnlyList<string> names, Phrases phrases) => string.Join(phrases.Comma, names.Select(QuotedText.Inert));
}
