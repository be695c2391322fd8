using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Statements;

/// <summary>
/// Two words side by side in a question that the documents put side by side as well ("Little Hartmoor", "garden thermostat"): a statement
/// that has one of them beside another word ("Lower Hartmoor") speaks of something else.
/// </summary>
internal sealed class NamedPhrases
{
    private readonly List<(string First, string Second)> _phrases = [];

    /// <summary>Finds the phrases of a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="query">Its terms.</param>
    /// <param name="ranked">The statements read; a phrase that none of them has says nothing about the others.</param>
    public NamedPhrases(Question question, Query query, IReadOnlyList<RankedStatement> ranked)
    {
        var terms = TextAnalyzer.Analyze(question.Text);
        for (var i = 0; i + 1 < terms.Count; i++)
        {
            var (first, second) = (terms[i], terms[i + 1]);
            if (AreNeighbours(question.Text, first, second) && query.Known.Contains(first.Term) && query.Known.Contains(second.Term)
                && ranked.Any(statement => statement.Terms.Contains(first.Term) && statement.Terms.Contains(second.Term) && Has(statement, first.Term, second.Term)))
            {
                _phrases.Add((first.Term, second.Term));
            }
        }
    }

    /// <summary>Whether a statement puts another word in the place of one of a phrase's.</summary>
    public bool SpeaksOfAnother(RankedStatement statement) =>
        _phrases.Exists(phrase => statement.Terms.Contains(phrase.First) != statement.Terms.Contains(phrase.Second) && PutsAnother(statement, phrase));

    private static bool PutsAnother(RankedStatement statement, (string First, string Second) phrase)
    {
        var text = statement.Statement.Text;
        var terms = TextAnalyzer.Analyze(text);
        for (var i = 0; i + 1 < terms.Count; i++)
        {
            if (AreNeighbours(text, terms[i], terms[i + 1]) && (terms[i].Term == phrase.First || terms[i + 1].Term == phrase.Second))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(RankedStatement statement, string first, string second)
    {
        var terms = TextAnalyzer.Analyze(statement.Statement.Text);
        for (var i = 0; i + 1 < terms.Count; i++)
        {
            if (terms[i].Term == first && terms[i + 1].Term == second && AreNeighbours(statement.Statement.Text, terms[i], terms[i + 1]))
            {
                return true;
            }
        }

        return false;
    }

    // Words with a blank between them; ideographs have none.
    private static bool AreNeighbours(string text, AnalyzedTerm first, AnalyzedTerm second) =>
        second.Start == first.Start + first.Length + 1 && text[second.Start - 1] is ' ' or '-';
}
