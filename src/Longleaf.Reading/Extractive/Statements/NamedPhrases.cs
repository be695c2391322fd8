using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Statements;

/// <summary>
/// Names of a question that the documents have as well: two words side by side ("Little Hartmoor", "garden thermostat"), things with a number
/// (储物柜85号). Elsewhere than where the name stands, a part of it speaks of something else: "Lower Hartmoor", 储物柜56号. Where words
/// stand side by side, one of them is short for both. Other runs of ideographs are left alone: short forms of them are common anywhere.
/// </summary>
internal sealed class NamedPhrases
{
    private const int ShortestRun = 3;

    // Paragraphs this near to one that has the name are about it.
    private const int Near = 2;

    private readonly List<NamedPhrase> _phrases = [];

    /// <summary>Finds the names of a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="query">Its terms.</param>
    /// <param name="ranked">The statements read; a name that none of them has says nothing about the others.</param>
    public NamedPhrases(Question question, Query query, IReadOnlyList<RankedStatement> ranked)
    {
        var terms = TextAnalyzer.Analyze(question.Text);
        for (var i = 0; i + 1 < terms.Count; i++)
        {
            var (first, second) = (terms[i], terms[i + 1]);
            if (AreNeighbours(question.Text, first, second) && query.Known.Contains(first.Term) && query.Known.Contains(second.Term))
            {
                Add([first.Term, second.Term], statement => Beside(statement, first.Term, second.Term, both: true), statement => Beside(statement, first.Term, second.Term, both: false), mayBeShort: true, ranked);
            }
        }

        foreach (var run in question.Search.Split(' ').Where(run => run.Length >= ShortestRun && run.Any(QuestionLanguage.IsIdeograph) && run.Any(char.IsAsciiDigit)))
        {
            Add([.. TextAnalyzer.Analyze(run).Select(term => term.Term)], statement => statement.Text.Contains(run, StringComparison.Ordinal), _ => true, mayBeShort: false, ranked);
        }
    }

    /// <summary>Whether a statement speaks of something whose name is only alike.</summary>
    public bool SpeaksOfAnother(RankedStatement statement) => _phrases.Exists(phrase =>
        Array.Exists(phrase.Terms, statement.Terms.Contains) && !Holds(phrase, statement) && phrase.Puts(statement.Statement)
        && !(phrase.MayBeShort && Enumerable.Range(statement.Statement.Block - Near, (2 * Near) + 1).Any(block => phrase.Blocks.Contains((statement.Statement.Document, block)))));

    private void Add(string[] terms, Func<Statement, bool> has, Func<Statement, bool> puts, bool mayBeShort, IReadOnlyList<RankedStatement> ranked)
    {
        var phrase = new NamedPhrase(terms, has, puts, mayBeShort, []);
        phrase.Blocks.UnionWith(ranked.Where(statement => Holds(phrase, statement)).Select(statement => (statement.Statement.Document, statement.Statement.Block)));
        if (phrase.Blocks.Count > 0)
        {
            _phrases.Add(phrase);
        }
    }

    private static bool Holds(NamedPhrase phrase, RankedStatement statement) => Array.TrueForAll(phrase.Terms, statement.Terms.Contains) && phrase.Has(statement.Statement);

    // Both words beside each other, or one of them beside another.
    private static bool Beside(Statement statement, string first, string second, bool both)
    {
        var terms = TextAnalyzer.Analyze(statement.Text);
        for (var i = 0; i + 1 < terms.Count; i++)
        {
            if (AreNeighbours(statement.Text, terms[i], terms[i + 1]) && (both ? terms[i].Term == first && terms[i + 1].Term == second : terms[i].Term == first || terms[i + 1].Term == second))
            {
                return true;
            }
        }

        return false;
    }

    // Words with a blank between them; ideographs have none.
    private static bool AreNeighbours(string text, AnalyzedTerm first, AnalyzedTerm second) =>
        second.Start == first.Start + first.Length + 1 && text[second.Start - 1] is ' ' or '-';

    /// <summary>A name.</summary>
    /// <param name="Terms">Its terms.</param>
    /// <param name="Has">Whether a statement that has the terms has the name.</param>
    /// <param name="Puts">Whether one that has some of them puts something else into their place.</param>
    /// <param name="MayBeShort">Whether a part of it is short for it near where it stands.</param>
    /// <param name="Blocks">The blocks that have it.</param>
    private sealed record NamedPhrase(string[] Terms, Func<Statement, bool> Has, Func<Statement, bool> Puts, bool MayBeShort, HashSet<(int Document, int Block)> Blocks);
}
