using Longleaf.Documents;
using Longleaf.Reading.Extractive.Aggregation.Computing;
using Longleaf.Reading.Extractive.Aggregation.Mentions;
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
        var (text, swapped) = (QuestionText.Full(question.Text), QuestionText.Full(question.Swapped));
        var tables = TableQueryReader.MayBeRead(swapped.Length == 0 ? text : swapped) ? TableFinder.Find(documents, positions, cancellationToken) : [];

        // :: 2: what fits.
        var (phrases, before) = (Phrase.All(text), Phrase.All(swapped));
        var words = phrases.Keys.Concat(before.Keys).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var candidates = new List<(TableProfile Profile, TableQuery Query)>();
        foreach (var table in tables)
        {
            var profile = TableProfile.Read(table, documents, words, cancellationToken);
            var noun = new RowNoun(table, documents);
            var own = TableQueryReader.Read(text, question.DocumentWords, profile, noun, phrases);
            var read = swapped.Length == 0 ? own
                : TableQueryReader.Read(swapped, question.DocumentWords, profile, noun, before) is { } old ? own?.Under(old.Conditions) ?? TableQueryReader.Swap(text, old, profile, noun, phrases)
                : null;
            if (profile.RowCount > 1 && read is { } query && !IsStated(query, profile, documents))
            {
                candidates.Add((profile, query));
            }
        }

        // :: 3: compute.
        var fit = candidates.Count == 0 ? 0 : candidates.Max(candidate => candidate.Query.Fit);
        var best = candidates.Where(candidate => candidate.Query.Fit == fit).ToArray();
        if (best.Length is > 0 and <= MaxEqual && OverTables(question, documents, best, cancellationToken) is { } computed)
        {
            return computed;
        }

        // :: 4: count in the text.
        return MentionQuestion.Read(question) is { } asked
            ? new AggregateAnswer(
                $"Something is counted or listed over the whole text of {AnswerPlan.Documents(question, documents)}, which {(positions.Count == 1 ? "was" : "were")} read in full.",
                token => new MentionAnswer(question, documents, positions).Lines(asked, token))
            : null;
    }

    // An invoice says its total itself, with tax and rebate: that is looked up.
    private static bool IsStated(TableQuery query, TableProfile profile, IReadOnlyList<ReadableDocument> documents) =>
        profile.HasTotals && query is { Form: QueryForm.Figures, Conditions: [] } && query.Measures.Any(measure => measure.Calculation == Calculation.Sum)
        && documents[profile.Table.Parts[0].Document].Info.Format is not (DocumentFormat.Csv or DocumentFormat.Xlsx or DocumentFormat.Json);

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
        var money = query.Measures.Any(measure => measure is { Column: { Unit: "" } column, Calculation: not Calculation.Different } && MoneyColumn.Is(column));
        var currency = money && profile.Columns.Where(column => column.IsCurrency).ToArray() is [var only] ? only : null;
        TableColumn[] columns = [.. query.Columns, .. currency is not null && !query.Columns.Contains(currency) ? (TableColumn[])[currency] : []];
        using var database = TableDatabase.Load(profile, columns, documents, cancellationToken);

        // Kilograms and pounds, or euros and dollars, in one column have no sum.
        if (query.Measures.Any(measure => measure.Column is { } column && database.Units(column).Count > 1))
        {
            return null;
        }

        var runner = new QueryRunner(database, query, currency);
        query = InItsYear(query, runner);
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

    // "In March" is in the March of the only year that the rows have; of several, the figures are told of each.
    private static TableQuery InItsYear(TableQuery query, QueryRunner runner)
    {
        if (query.Conditions.OfType<Condition.During>().FirstOrDefault(during => during.Period.FirstMonth is not null) is not { Period: { FirstMonth: { } first, LastMonth: { } last } } months)
        {
            return query;
        }

        return runner.Years(months.Column) switch
        {
            [var year] => query with
            {
                Conditions = [.. query.Conditions.Select(condition => condition == months
                    ? months with { Period = new Period(new DateOnly(year, first, 1), new DateOnly(year, last, DateTime.DaysInMonth(year, last))) }
                    : condition)],
            },
            { Count: > 1 } when query.Form == QueryForm.Figures && query.OrderBy is null && query.Measures.All(measure => measure.Calculation != Calculation.Median) =>
                query with { Form = QueryForm.Groups, Of = months.Column, Grain = Grain.Year },
            _ => query,
        };
    }
}
