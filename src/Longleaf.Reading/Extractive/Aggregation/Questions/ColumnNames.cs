using Longleaf.Reading.Extractive.Aggregation.Tables;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Structured;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Aggregation.Questions;

/// <summary>Finds where a question names a table's columns: by their own names, by what stands for them, by telling parts.</summary>
internal static class ColumnNames
{
    private const double Own = 1;
    private const double InOtherWords = 0.8;
    private const double Part = 0.6;
    private const double LightPart = 0.5;

    // Between two words of one name stand a blank or a short word without meaning ("number of units").
    private const int MaxGap = 5;

    /// <summary>The mentions of columns in a question, the longest and surest first; they may overlap.</summary>
    public static List<Mention> Find(string question, IReadOnlyList<TableColumn> columns)
    {
        var terms = TextAnalyzer.Analyze(question);
        var mentions = new List<Mention>();
        foreach (var column in columns)
        {
            foreach (var (name, weight) in Names(column.Name))
            {
                foreach (var (start, length) in name.Length > 0 && QuestionLanguage.IsIdeograph(name[0][0]) ? InText(question, Joined(name)) : InTerms(terms, name))
                {
                    mentions.Add(new Mention(column, start, length, weight));
                }
            }
        }

        return
        [
            .. mentions.GroupBy(mention => (mention.Column.Index, mention.Start, mention.Length)).Select(same => same.MaxBy(mention => mention.Weight)!)
                .OrderByDescending(mention => mention.Weight >= Own).ThenByDescending(mention => mention.Length).ThenByDescending(mention => mention.Weight),
        ];
    }

    private static IEnumerable<(string[] Terms, double Weight)> Names(string name)
    {
        string[] terms = [.. LabelTerms.Ordered(name)];
        if (terms.Length == 0)
        {
            yield break;
        }

        yield return (terms, Own);
        foreach (var other in InOther(terms))
        {
            yield return (other, InOtherWords);
        }

        if (QuestionLanguage.IsIdeograph(terms[0][0]) || terms.Length == 1)
        {
            foreach (var part in IdeographParts(name))
            {
                yield return ([part], Part);
            }

            yield break;
        }

        foreach (var term in terms)
        {
            yield return ([term], FieldQuery.SaysLittle(term) ? LightPart : Part);
        }

        foreach (var other in InOther([terms[^1]]))
        {
            yield return (other, LightPart);
        }
    }

    // What stands for all of a name.
    private static IEnumerable<string[]> InOther(string[] terms) =>
        ((Lexicon[])[Lexicon.OfColumns, Lexicon.OfFields, Lexicon.Shared]).SelectMany(lexicon =>
        {
            var alternatives = lexicon.Alternatives(terms);
            return alternatives[0].Where(set => alternatives.All(other => other.Contains(set)));
        });

    // Of 订单总额 the first two or more and the last two or more ideographs.
    private static IEnumerable<string> IdeographParts(string name)
    {
        if (!name.All(QuestionLanguage.IsIdeograph))
        {
            yield break;
        }

        for (var length = 2; length < name.Length; length++)
        {
            yield return name[..length];
            yield return name[^length..];
        }
    }

    // Terms of ideographs overlap by one.
    private static string Joined(string[] terms) => terms.Aggregate((text, term) => text.Length > 0 && term.Length == 2 && text[^1] == term[0] ? text + term[1] : text + term);

    private static IEnumerable<(int Start, int Length)> InText(string question, string name)
    {
        for (var at = question.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = question.IndexOf(name, at + name.Length, StringComparison.OrdinalIgnoreCase))
        {
            yield return (at, name.Length);
        }
    }

    private static IEnumerable<(int Start, int Length)> InTerms(IReadOnlyList<AnalyzedTerm> terms, string[] name)
    {
        for (var first = 0; first + name.Length <= terms.Count; first++)
        {
            var last = first + name.Length - 1;
            if (Enumerable.Range(0, name.Length).All(i => terms[first + i].Term == name[i]) && Enumerable.Range(first, last - first).All(i => terms[i + 1].Start - terms[i].Start - terms[i].Length <= MaxGap))
            {
                yield return (terms[first].Start, terms[last].Start + terms[last].Length - terms[first].Start);
            }
        }
    }
}
