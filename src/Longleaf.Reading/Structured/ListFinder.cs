using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Structured;

/// <summary>Finds the values of a field that holds several single values.</summary>
/// <remarks>1. A list that is about it. 2. What stands under its label, parted. 3. The column of a table. 4. An enumeration in a sentence.</remarks>
internal sealed partial class ListFinder(Evidence evidence, CancellationToken cancellationToken)
{
    private const double EnoughForLead = 0.5;
    private const double EnoughForLabel = 0.45;
    private const double EnoughForColumn = 0.6;
    private static readonly HashSet<string> NoContext = [];
    private readonly SentenceFinder _sentences = new(evidence, cancellationToken);

    /// <summary>The values, each with where it stands; none if nothing is found.</summary>
    public IReadOnlyList<FoundField> Find(SchemaNode item, FieldQuery field, FieldScope scope)
    {
        if (scope.Row is not null)
        {
            return [];
        }

        foreach (var find in (Func<IEnumerable<FoundField>>[])[() => OfList(item, field, scope), () => OfLabel(item, field, scope), () => OfColumn(item, field, scope), () => OfSentence(item, field, scope)])
        {
            cancellationToken.ThrowIfCancellationRequested();
            FoundField[] found = [.. find().DistinctBy(value => value.Value)];
            if (found.Length > 0)
            {
                return found;
            }
        }

        return [];
    }

    private IEnumerable<FoundField> OfList(SchemaNode item, FieldQuery field, FieldScope scope)
    {
        var best = scope.Lists.Select(list => (List: list, Score: field.Score(list.Lead, list.Context))).Where(scored => scored.Score >= EnoughForLead).OrderByDescending(scored => scored.Score).FirstOrDefault().List;
        return best is null ? [] : best.Items.SelectMany(one => Read(item, field, one, ..));
    }

    private IEnumerable<FoundField> OfLabel(SchemaNode item, FieldQuery field, FieldScope scope)
    {
        var scored = scope.FactsNaming(field).Where(fact => !fact.IsOneOfMany).Select(fact => (Fact: fact, Score: field.Score(fact.Terms, fact.Context) * fact.Weight)).Where(one => one.Score >= EnoughForLabel).ToArray();
        var most = scored.Length == 0 ? 0 : scored.Max(one => one.Score);

        // The same label may come once for each value.
        return scored.Where(one => one.Score >= most - 0.01).Take(200).SelectMany(one => Parts(one.Fact.Statement, one.Fact.Value).SelectMany(part => Read(item, field, one.Fact.Statement, part)));
    }

    private IEnumerable<FoundField> OfColumn(SchemaNode item, FieldQuery field, FieldScope scope)
    {
        foreach (var table in scope.Tables)
        {
            for (var column = 0; column < table.Headers.Count; column++)
            {
                if (field.Score(LabelTerms.Of(table.Headers[column]), NoContext) < EnoughForColumn)
                {
                    continue;
                }

                var named = table.Rows.Where(evidence.IsOfSubject).ToArray();
                var at = column;
                return (named.Length > 0 ? named : [.. table.Rows]).Where(row => at < row.Cells.Count).SelectMany(row => Read(item, field, row, row.Cells[at]));
            }
        }

        return [];
    }

    // "The parties are A, B and C."
    private IEnumerable<FoundField> OfSentence(SchemaNode item, FieldQuery field, FieldScope scope)
    {
        foreach (var statement in _sentences.Say(field, scope))
        {
            var match = statement.Kind == StatementKind.Sentence ? Enumeration().Match(statement.Text) : Match.Empty;
            if (match.Success && field.Coverage(LabelTerms.Of(match.Groups["lead"].Value)) >= EnoughForLead)
            {
                var list = match.Groups["list"];
                return Parts(statement, list.Index..(list.Index + list.Length)).SelectMany(part => Read(item, field, statement, part));
            }
        }

        return [];
    }

    private IEnumerable<FoundField> Read(SchemaNode item, FieldQuery field, Statement statement, Range part) =>
        ValueReader.Read(item, field, statement.Text[part], evidence.Facts(statement.Document).Habits) is { } read ? [new FoundField(read.Value, evidence.Cite(statement, part))] : [];

    private static IEnumerable<Range> Parts(Statement statement, Range value)
    {
        var (start, length) = value.GetOffsetAndLength(statement.Text.Length);
        var end = start + length;
        foreach (Match border in Borders().Matches(statement.Text[start..end]))
        {
            yield return start..(value.GetOffsetAndLength(statement.Text.Length).Offset + border.Index);
            start = value.GetOffsetAndLength(statement.Text.Length).Offset + border.Index + border.Length;
        }

        yield return start..end;
    }


    // A comma between digits is part of a number.
    [GeneratedRegex(@"\s*(?:[;；、，]|,(?![0-9]{3}(?![0-9]))|<br ?/?>|\s[|/•]\s)\s*(?:(?:and|or|und|et)\s+|[和及与])?|\s+(?:and|or)\s+|[和及](?=\S)")]
    private static partial Regex Borders();

    [GeneratedRegex(@"^(?<lead>.{2,80}?)(?:\s+(?:are|is|were|include|includes|comprises?|consists? of|contains?|covers?)(?: the following)?:?\s+|\s?[:：]\s?|(?:包括|包含|分别为|分别是|有|为|是)[:：]?)(?<list>.+?)[.。]?$", RegexOptions.Singleline)]
    private static partial Regex Enumeration();
}
