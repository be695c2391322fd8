using Longleaf.Reading.Extractive.Aggregation.Computing;
using Longleaf.Reading.Extractive.Aggregation.Questions;
using Longleaf.Reading.Extractive.Aggregation.Tables;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Aggregation;

/// <summary>An answer that is computed over what documents hold.</summary>
/// <param name="Why">One sentence on how the question was understood.</param>
/// <param name="Lines">The answer, read as it is enumerated.</param>
internal sealed record AggregateAnswer(string Why, Func<CancellationToken, IEnumerable<AnswerLine>> Lines)
{
    // Several tables may fit a question equally well: so many are told, each by its name.
    private const int MaxEqual = 3;

    /// <summary>The answer; <see langword="null"/> if the question is not surely one that the documents' tables or texts answer by counting.</summary>
    /// <remarks>1. Tables are found. 2. Each is looked through for what the question says. 3. Those that it fits best are computed over. 4. Else the text is counted.</remarks>
    /// <param name="question">The question.</param>
    /// <param name="documents">The conversation's documents.</param>
    /// <param name="cancellationToken">Stops reading and computing.</param>
    public static AggregateAnswer? Find(Question question, IReadOnlyList<ReadableDocument> documents, CancellationToken cancellationToken)
    {
        if (question.Text.Length > AggregateRules.LongestQuestion)
        {
            return null;
        }

        // :: 1: tables.
        var positions = question.Documents.Count > 0 ? question.Documents : [.. Enumerable.Range(0, documents.Count)];
        var tables = TableFinder.Find(documents, positions, cancellationToken);

        // :: 2: what fits.
        var phrases = Phrase.All(question.Text);
        var words = phrases.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var candidates = new List<(TableProfile Profile, TableQuery Query)>();
        foreach (var table in tables)
        {
            var profile = TableProfile.Read(table, documents, words, cancellationToken);
            if (profile.RowCount > 1 && TableQueryReader.Read(question.Text, question.DocumentWords, profile, new RowNoun(table, documents), phrases) is { } query)
            {
                candidates.Add((profile, query));
            }
        }

        // :: 3: compute.
        var best = candidates.Where(candidate => candidate.Query.Fit == candidates.Max(other => other.Query.Fit)).ToArray();
        return best.Length is 0 or > MaxEqual ? null : OverTables(question, documents, best, cancellationToken);
    }

    private static AggregateAnswer? OverTables(Question question, IReadOnlyList<ReadableDocument> documents, (TableProfile Profile, TableQuery Query)[] fitting, CancellationToken cancellationToken)
    {
        var answers = new List<(TableAnswer Answer, string Label)>();
        var words = new QueryWords(AnswerLanguage.English);
        foreach (var (profile, query) in fitting.SelectMany(fit => Apart(question, fit.Profile, documents, cancellationToken).Select(profile => (profile, fit.Query))))
        {
            if (Compute(profile, query, documents, cancellationToken) is not var (done, computed))
            {
                return null;
            }

            answers.Add((new TableAnswer(question, documents, profile, done, computed), SourceWords.Of(profile.Table, documents, question.Language)));
        }

        var (first, sure) = fitting[0];
        var what = string.Join(", ", ((string[])[words.Computation(sure), words.Conditions(sure.Conditions)]).Where(part => part.Length > 0));
        var why = $"A computation is asked for: {FigureFormat.Number(fitting.Sum(fit => (long)fit.Profile.RowCount), 0)} rows of {SourceWords.Of(first.Table, documents, AnswerLanguage.English)} were read in full{(what.Length > 0 ? $" ({what})" : "")}.";
        return new AggregateAnswer(why, token => answers.SelectMany((answer, i) => answer.Answer.Lines(answers.Count > 1 ? (i > 0 ? "\n\n" : "") + answer.Label : "", token)));
    }

    // "In each file" asks for each by itself what else is asked of all together.
    private static IEnumerable<TableProfile> Apart(Question question, TableProfile profile, IReadOnlyList<ReadableDocument> documents, CancellationToken cancellationToken)
    {
        int[] positions = [.. profile.Table.Parts.Select(part => part.Document).Distinct()];
        return question.PerDocument && positions.Length > 1 ? positions.Select(position => profile.OfDocument(position, documents, cancellationToken)) : [profile];
    }

    private static (TableQuery Query, Computed Computed)? Compute(TableProfile profile, TableQuery query, IReadOnlyList<ReadableDocument> documents, CancellationToken cancellationToken)
    {
        // Amounts without a sign have the currency of the column beside them.
        var money = query.Measures.Any(measure => measure is { Column.Unit: "", Calculation: not Calculation.Different });
        var currency = money && profile.Columns.Where(column => column.IsCurrency).ToArray() is [var only] ? only : null;
        TableColumn[] columns = [.. query.Columns, .. currency is not null && !query.Columns.Contains(currency) ? (TableColumn[])[currency] : []];
        using var database = TableDatabase.Load(profile, columns, documents, cancellationToken);

        // Kilograms and pounds, or euros and dollars, in one column have no sum.
        if (query.Measures.Any(measure => measure.Column is { } column && database.Units(column).Count > 1))
        {
            return null;
        }

        var computed = new QueryRunner(database, query, currency).Run();
        if (computed.Currencies.Count > 1 && currency is not null)
        {
            if (query.Form != QueryForm.Figures || query.OrderBy is not null || query.Measures.Any(measure => measure.Calculation == Calculation.Median))
            {
                return null;
            }

            query = query with { Form = QueryForm.Groups, Of = currency };
            computed = new QueryRunner(database, query, currency).Run();
        }

        return (query, computed);
    }
}
