using System.Globalization;
using Longleaf.Reading.Extractive.Aggregation.Questions;
using Longleaf.Reading.Extractive.Aggregation.Tables;
using Longleaf.Reading.Structured;
using Microsoft.Data.Sqlite;

namespace Longleaf.Reading.Extractive.Aggregation.Computing;

/// <summary>Runs a query over a table that is loaded.</summary>
internal sealed class QueryRunner
{
    /// <summary>The most groups or values that are told.</summary>
    public const int MaxGroups = 30;

    /// <summary>The most rows that are told where all are asked for.</summary>
    public const int MaxListed = 20;

    // Of equal firsts all are told, unless they are many.
    private const int MaxTies = 5;
    private const int ShownOfFigures = 3;

    private readonly TableDatabase _database;
    private readonly TableQuery _query;
    private readonly TableColumn? _currency;
    private readonly List<object> _parameters = [];
    private readonly string _where;

    /// <summary>A run.</summary>
    /// <param name="database">The table, with the query's columns.</param>
    /// <param name="query">The query.</param>
    /// <param name="currency">The column that names the currencies of amounts, loaded too; <see langword="null"/> for none.</param>
    public QueryRunner(TableDatabase database, TableQuery query, TableColumn? currency)
    {
        (_database, _query, _currency) = (database, query, currency);
        _where = query.Conditions.Count == 0 ? "1" : string.Join(" AND ", query.Conditions.Select(Sql));
    }

    /// <summary>Runs it.</summary>
    public Computed Run()
    {
        var matched = _database.Query($"SELECT COUNT(*) FROM rows WHERE {_where}", _parameters, reader => reader.GetInt64(0))[0];
        var computed = new Computed { Matched = matched, Currencies = Currencies() };
        return matched == 0 ? computed : _query.Form switch
        {
            QueryForm.Figures => OverAll(computed),
            QueryForm.Groups => OverGroups(computed),
            QueryForm.Values => Values(computed, Key()),
            _ => Rows(computed),
        };
    }

    /// <summary>The years of the rows that count, by a date; the first few.</summary>
    public IReadOnlyList<int> Years(TableColumn date) =>
        _database.Query($"SELECT DISTINCT CAST(substr({Name(date)}, 1, 4) AS INTEGER) FROM rows WHERE {_where} LIMIT 2", _parameters, reader => reader.GetInt32(0));

    private Computed OverAll(Computed computed)
    {
        var figures = _database.Query(
            $"SELECT {string.Join(", ", _query.Measures.Select(Sql))} FROM rows WHERE {_where}", _parameters, reader => _query.Measures.Select((_, i) => Read(reader, i)).ToArray())[0];
        for (var i = 0; i < figures.Length; i++)
        {
            figures[i] = _query.Measures[i].Calculation == Calculation.Median ? Median(_query.Measures[i]) : figures[i];
        }

        if (_query.Measures is [{ Calculation: Calculation.Different, Column: { } different }])
        {
            return Values(computed with { Figures = figures, Missing = [0] }, Name(different));
        }

        var missing = _query.Measures.Select(measure => measure.Column is { } column ? computed.Matched - _database.Query($"SELECT COUNT({Name(column)}) FROM rows WHERE {_where}", _parameters, reader => reader.GetInt64(0))[0] : 0);

        // Of an extreme the rows that have it are told.
        var (shown, showable) = (_where, computed.Matched);
        if (_query.OrderBy is { } column)
        {
            shown = $"{_where} AND {Name(column)} = (SELECT {Sql(_query.Measures[0])} FROM rows WHERE {_where})";
            showable = _database.Query($"SELECT COUNT(*) FROM rows WHERE {shown}", _parameters, reader => reader.GetInt64(0))[0];
        }

        return computed with { Figures = figures, Missing = [.. missing], Shown = Ids($"SELECT id FROM rows WHERE {shown} ORDER BY id LIMIT {ShownOfFigures}"), Showable = showable };
    }

    private Computed OverGroups(Computed computed)
    {
        var key = Key();
        var where = $"{_where} AND {key} IS NOT NULL";
        var valued = _query.Measures[0].Column is { } of ? $" AND {Name(of)} IS NOT NULL" : "";
        var count = _database.Query($"SELECT COUNT(DISTINCT {key}) FROM rows WHERE {where}{valued}", _parameters, reader => reader.GetInt64(0))[0];

        // Months and years come in their order, unless the greatest of them is asked for.
        var order = _query.Grain != Grain.Value && _query.Limit is null ? "k" : $"m0 {(_query.Descending ? "DESC" : "ASC")}, MIN(id)";
        var limit = _query.Limit is { } asked ? asked == 1 ? MaxTies + 1 : Math.Min(asked, MaxGroups) : MaxGroups;
        var groups = _database.Query(
            FormattableString.Invariant($"SELECT {key} AS k, {string.Join(", ", _query.Measures.Select((measure, i) => FormattableString.Invariant($"{Sql(measure)} AS m{i}")))} FROM rows WHERE {where} GROUP BY k HAVING m0 IS NOT NULL ORDER BY {order} LIMIT {limit}"),
            _parameters,
            reader => (Key: reader.GetValue(0), Group: new GroupFigures(Written(reader), [.. _query.Measures.Select((_, i) => Read(reader, i + 1))])));
        if (_query.Limit == 1)
        {
            groups = [.. groups.TakeWhile(group => group.Group.Figures[0] == groups[0].Group.Figures[0])];
            where = $"{_where} AND {key} IN ({string.Join(", ", groups.Select(group => Parameter(group.Key)))})";
        }

        return computed with
        {
            Groups = [.. groups.Select(group => group.Group)],
            GroupCount = count,
            Shown = Ids($"SELECT id FROM rows WHERE {where} ORDER BY id LIMIT {ShownOfFigures}"),
            Showable = _database.Query($"SELECT COUNT(*) FROM rows WHERE {where}", _parameters, reader => reader.GetInt64(0))[0],
        };
    }

    private Computed Values(Computed computed, string key)
    {
        var where = $"{_where} AND {key} IS NOT NULL";
        var count = _database.Query($"SELECT COUNT(DISTINCT {key}) FROM rows WHERE {where}", _parameters, reader => reader.GetInt64(0))[0];
        var values = _database.Query(FormattableString.Invariant($"SELECT {key} AS k, COUNT(*), MIN(id) AS first FROM rows WHERE {where} GROUP BY k ORDER BY first LIMIT {MaxGroups}"), _parameters, reader => (Group: new GroupFigures(Written(reader), [Read(reader, 1)]), First: reader.GetInt64(2)));
        return computed with { Groups = [.. values.Select(value => value.Group)], GroupCount = count, Shown = [.. values.Take(ShownOfFigures).Select(value => value.First)], Showable = count };
    }

    private Computed Rows(Computed computed)
    {
        if (_query.OrderBy is not { } column)
        {
            return computed with { Shown = Ids(FormattableString.Invariant($"SELECT id FROM rows WHERE {_where} ORDER BY id LIMIT {MaxListed}")), Showable = computed.Matched };
        }

        var name = Name(column);
        var limit = _query.Limit ?? MaxListed;
        var direction = _query.Descending ? "DESC" : "ASC";
        var rows = _database.Query(
            FormattableString.Invariant($"SELECT id, {name} FROM rows WHERE {_where} AND {name} IS NOT NULL ORDER BY {name} {direction}, id LIMIT {(limit == 1 ? MaxTies + 1 : Math.Min(limit, MaxListed))}"), _parameters, reader => (Id: reader.GetInt64(0), Value: reader.GetValue(1)));
        var shown = limit == 1 ? rows.TakeWhile(row => row.Value.Equals(rows[0].Value)) : rows;
        return computed with { Shown = [.. shown.Select(row => row.Id)], Showable = Math.Min(limit, computed.Matched) };
    }

    private Figure Median(Measure measure)
    {
        var name = Name(measure.Column!);
        var count = _database.Query($"SELECT COUNT({name}) FROM rows WHERE {_where}", _parameters, reader => reader.GetInt64(0))[0];
        if (count == 0)
        {
            return default;
        }

        var middle = _database.Query(FormattableString.Invariant($"SELECT {name} FROM rows WHERE {_where} AND {name} IS NOT NULL ORDER BY {name} LIMIT {2 - (count % 2)} OFFSET {(count - 1) / 2}"), _parameters, reader => reader.GetDouble(0));
        return new Figure(middle.Average(), null);
    }

    private List<string> Currencies() =>
        _currency is null ? [] : _database.Query($"SELECT DISTINCT {Name(_currency)} FROM rows WHERE {_where} AND {Name(_currency)} IS NOT NULL LIMIT {MaxGroups}", _parameters, reader => CurrencyReader.Code(_database.Spelling(reader.GetString(0))) ?? reader.GetString(0));

    private List<long> Ids(string sql) => _database.Query(sql, _parameters, reader => reader.GetInt64(0));

    private string Written(SqliteDataReader reader) =>
        reader.GetFieldType(0) == typeof(double) ? reader.GetDouble(0).ToString("0.######", CultureInfo.InvariantCulture) : _database.Spelling(reader.GetString(0));

    private static Figure Read(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? default : reader.GetValue(column) switch
        {
            string date => new Figure(null, date),
            long whole => new Figure(whole, null),
            double number => new Figure(number, null),
            _ => default,
        };

    private string Name(TableColumn column) => _database.Names[column.Index];

    private string Key() => _query.Grain switch
    {
        Grain.Month => $"substr({Name(_query.Of!)}, 1, 7)",
        Grain.Year => $"substr({Name(_query.Of!)}, 1, 4)",
        _ => Name(_query.Of!),
    };

    private string Sql(Measure measure) => measure.Column is not { } column ? "COUNT(*)" : measure.Calculation switch
    {
        Calculation.Different => $"COUNT(DISTINCT {Name(column)})",
        Calculation.Sum => $"SUM({Name(column)})",
        Calculation.Average => $"AVG({Name(column)})",
        Calculation.Lowest => $"MIN({Name(column)})",
        Calculation.Highest => $"MAX({Name(column)})",
        Calculation.Median => "NULL",
        _ => "COUNT(*)",
    };

    private string Sql(Condition condition)
    {
        var name = Name(condition.Column);
        switch (condition)
        {
            case Condition.Says says:
                return $"{name} {(says.IsNegated ? "NOT " : "")}IN ({string.Join(", ", says.Cells.Select(cell => Parameter(TableDatabase.Fold(cell))))})";
            case Condition.Within { Bounds: var bounds }:
                return string.Join(" AND ", ((string[])[
                    bounds.Low is { } low ? $"{name} {(bounds.HasLow ? ">=" : ">")} {Parameter(low)}" : "",
                    bounds.High is { } high ? $"{name} {(bounds.HasHigh ? "<=" : "<")} {Parameter(high)}" : "",
                ]).Where(part => part.Length > 0));
            case Condition.During { Period: { FirstMonth: { } first, LastMonth: { } last } }:
                return $"CAST(substr({name}, 6, 2) AS INTEGER) BETWEEN {Parameter(first)} AND {Parameter(last)}";
            case Condition.During { Period: var period }:
                return string.Join(" AND ", ((string[])[
                    period.First is { } begin ? $"{name} >= {Parameter(DateReader.Write(begin))}" : "",
                    period.Last is { } end ? $"{name} <= {Parameter(DateReader.Write(end))}" : "",
                ]).Where(part => part.Length > 0));
            default:
                throw new InvalidOperationException("A condition of no kind.");
        }
    }

    private string Parameter(object value)
    {
        _parameters.Add(value);
        return FormattableString.Invariant($"${_parameters.Count - 1}");
    }
}
