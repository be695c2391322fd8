using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive.Aggregation.Tables;
using Longleaf.Reading.Structured;

namespace Longleaf.Reading.Extractive.Aggregation.Questions;

/// <summary>Finds what rows must be like: the cells, bounds and periods that a question names, each with the column that is meant.</summary>
internal sealed partial class ConditionReader(QuestionText question, TableProfile profile, Dictionary<string, List<Phrase>> phrases)
{
    // A column's name and what is said of it stand so near each other.
    private const int Near = 14;

    private readonly List<Condition> _conditions = [];

    /// <summary>Whether what the question names may be meant of several columns, or of none.</summary>
    public bool IsUnsure { get; private set; }

    /// <summary>The columns of conditions that are named beside them.</summary>
    public HashSet<int> NamedBeside { get; } = [];

    /// <summary>The conditions.</summary>
    /// <param name="mentions">Where columns are named.</param>
    public IReadOnlyList<Condition> Read(IReadOnlyList<Mention> mentions)
    {
        AddAmounts(mentions);
        AddPeriods(mentions);
        AddCells(mentions);
        return _conditions;
    }

    private void AddAmounts(IReadOnlyList<Mention> mentions)
    {
        foreach (var amount in AmountReader.Find(question.Text))
        {
            var place = amount.Place;
            if (ColumnOf(amount, mentions) is not { } column)
            {
                IsUnsure = true;
                continue;
            }

            question.Take(place.Start, place.Length);
            _conditions.Add(new Condition.Within(column, amount.Bounds));
        }
    }

    // The column named before the comparison, or behind the number; else the one that the comparison's word is about; else the one with the unit; else the only one.
    private TableColumn? ColumnOf(Amount amount, IReadOnlyList<Mention> mentions)
    {
        var numeric = mentions.Where(mention => mention.Column.IsMeasure || (mention.Weight >= 1 && mention.Column.Kind == ColumnKind.Number)).ToArray();
        var before = numeric.Where(mention => mention.End <= amount.Place.Start && amount.Place.Start - mention.End <= Near).OrderByDescending(mention => mention.End).ThenByDescending(mention => mention.Weight).FirstOrDefault();
        var end = amount.Place.Start + amount.Place.Length;
        var behind = numeric.Where(mention => mention.Start >= end - amount.Unit.Length && mention.Start - end <= 2).OrderByDescending(mention => mention.Weight).FirstOrDefault();
        if ((before ?? behind) is { } named)
        {
            NamedBeside.Add(named.Column.Index);
            question.Take(named.Start, named.Length);
            return named.Column;
        }

        TableColumn[] measures = [.. profile.Columns.Where(column => column.IsMeasure)];
        if (ExtremeHints.Column(amount.Operator, profile.Columns, ColumnKind.Number) is { } hinted)
        {
            return hinted;
        }

        var unit = CurrencyReader.Code(amount.Unit) ?? amount.Unit;
        var withUnit = unit.Length == 0 ? [] : measures.Where(column => string.Equals(column.Unit, unit, StringComparison.OrdinalIgnoreCase)).ToArray();
        return withUnit.Length == 1 ? withUnit[0]
            : withUnit.Length == 0 && measures.Length == 1 ? measures[0]
            : MoneyColumn.Of(withUnit.Length > 1 ? withUnit : CurrencyReader.Read(amount.Unit).Any() ? measures : []);
    }

    private void AddPeriods(IReadOnlyList<Mention> mentions)
    {
        foreach (var (place, period) in PeriodReader.Find(question.Text, profile.Habits))
        {
            if (!question.IsFree(place.Start, place.Length))
            {
                continue;
            }

            var dates = profile.Columns.Where(column => column.Kind == ColumnKind.Date).ToArray();
            var named = mentions.Where(mention => mention.Column.Kind == ColumnKind.Date && question.IsFree(mention.Start, mention.Length)).MaxBy(mention => mention.Weight)?.Column;
            var column = named ?? (dates.Length == 1 ? dates[0] : dates.Length > 1 ? OnlyGeneral(dates) : null);
            if (column is not null)
            {
                question.Take(place.Start, place.Length);
                _conditions.Add(new Condition.During(column, period));
            }
            else if (dates.Length > 1)
            {
                IsUnsure = true;
            }
            else if (profile.Columns.Where(other => other.IsYear).ToArray() is [var years] && period is { First: { Month: 1, Day: 1 } first, Last: { Month: 12, Day: 31 } last })
            {
                question.Take(place.Start, place.Length);
                _conditions.Add(new Condition.Within(years, new Bounds(first.Year, last.Year, true, true)));
            }
        }
    }

    // Of "order date" and "ship date" neither is meant by a bare month; of "date" and "due date" the first is.
    private static TableColumn? OnlyGeneral(TableColumn[] dates) => dates.Where(column => GeneralDate().IsMatch(column.Name)).ToArray() is [var only] ? only : null;

    private void AddCells(IReadOnlyList<Mention> mentions)
    {
        var places = profile.Matches.SelectMany(match => (phrases.GetValueOrDefault(match.Phrase) ?? []).Select(place => (Match: match, Place: place)))
            .Where(pair => CanSay(pair.Match, pair.Place, mentions))
            .GroupBy(pair => pair.Place)
            .OrderByDescending(group => group.Key.Length);
        var found = new List<(int Column, string Cell, int At)>();
        foreach (var group in places)
        {
            var place = group.Key;
            if (!question.IsFree(place.Start, place.Length) || IsRatherColumn(place, mentions))
            {
                continue;
            }

            if (Choose([.. group.Select(pair => pair.Match)], place, mentions) is not { } match)
            {
                IsUnsure = true;
                continue;
            }

            question.Take(place.Start, place.Length);
            found.Add((match.Column, match.Cell, place.Start));
        }

        var excludes = Exclusion.Before().IsMatch(question.Text);
        IsUnsure |= excludes && !found.Exists(cell => Exclusion.Holds(question.Text, cell.At));
        foreach (var group in found.GroupBy(cell => (cell.Column, IsNegated: Exclusion.Holds(question.Text, cell.At))))
        {
            _conditions.Add(new Condition.Says(profile.Columns[group.Key.Column], [.. group.Select(cell => cell.Cell).Distinct(StringComparer.OrdinalIgnoreCase)], group.Key.IsNegated));
        }
    }

    // Words name words; a number names a number only where its column is named before it.
    private bool CanSay(CellMatch match, Phrase place, IReadOnlyList<Mention> mentions)
    {
        var column = profile.Columns[match.Column];
        var isWord = match.Cell.Any(char.IsLetter);
        return isWord ? column.Kind == ColumnKind.Text && !column.IsCurrency : column.Kind != ColumnKind.Date && IsBeside(column, place, mentions);
    }

    private bool IsRatherColumn(Phrase place, IReadOnlyList<Mention> mentions) =>
        mentions.Any(mention => mention.Weight >= 1 && mention.Start <= place.Start && mention.End >= place.Start + place.Length && !InBefore().IsMatch(question.Text[..place.Start]));

    private CellMatch? Choose(CellMatch[] matches, Phrase place, IReadOnlyList<Mention> mentions)
    {
        if (matches.Length > 1)
        {
            var beside = matches.Where(match => IsBeside(profile.Columns[match.Column], place, mentions)).ToArray();
            matches = beside.Length > 0 ? beside : matches;
        }

        // "Laptop" and "Laptops" of the same column.
        var columns = matches.Select(match => match.Column).Distinct().ToArray();
        return columns.Length == 1 ? matches.MaxBy(match => match.Rows) : null;
    }

    private static bool IsBeside(TableColumn column, Phrase place, IReadOnlyList<Mention> mentions) =>
        mentions.Any(mention => mention.Column.Index == column.Index && ((mention.End <= place.Start && place.Start - mention.End <= Near) || (mention.Start >= place.Start + place.Length && mention.Start - place.Start - place.Length <= 2)));

    [GeneratedRegex(@"^(?:(?:the |order |transaction |sale )?dates?|day|日期|时间|下单日期|订单日期)$", RegexOptions.IgnoreCase)]
    private static partial Regex GeneralDate();

    [GeneratedRegex(@"\b(?:in|from|at) (?:the )?$", RegexOptions.IgnoreCase)]
    private static partial Regex InBefore();
}
