using System.Globalization;
using Longleaf.Reading.Extractive.Aggregation.Tables;
using Longleaf.Reading.Structured;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Longleaf.Reading.Extractive.Aggregation.Computing;

/// <summary>The columns of a table that a query needs, in a database in memory; all names in it are our own, all values are parameters.</summary>
/// <remarks>Not safe for several threads at once. A row takes some 100 bytes and 20 a column; there are at most <see cref="TableProfile.MaxRows"/>.</remarks>
internal sealed class TableDatabase : IDisposable
{
    // Every so many steps of SQLite it is looked whether the asker is gone.
    private const int StepsBetweenLooks = 10_000;
    private const int Interrupted = 9;
    private const int MaxUnits = 8;
    private const int LongestText = 400;

    // Shows the first spelling of a value; past it values are shown in lower case.
    private const int MaxSpellings = 100_000;

    private readonly SqliteConnection _connection = new("Data Source=:memory:;Pooling=False");
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<int, HashSet<string>> _units = [];
    private readonly Dictionary<string, string> _spellings = new(StringComparer.Ordinal);

    private TableDatabase(CancellationToken cancellationToken) => _cancellationToken = cancellationToken;

    /// <summary>The columns in it, by their positions in the table, with their names in it.</summary>
    public IReadOnlyDictionary<int, string> Names { get; private set; } = new Dictionary<int, string>();

    /// <summary>Loads the columns that a query needs.</summary>
    /// <param name="profile">The table.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="documents">The conversation's documents.</param>
    /// <param name="cancellationToken">Stops loading, and what is run later.</param>
    public static TableDatabase Load(TableProfile profile, IReadOnlyList<TableColumn> columns, IReadOnlyList<ReadableDocument> documents, CancellationToken cancellationToken)
    {
        var database = new TableDatabase(cancellationToken);
        try
        {
            database.Fill(profile, columns, documents);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>The different units that a column's cells have; empty ones left out.</summary>
    public IReadOnlyCollection<string> Units(TableColumn column) => _units.GetValueOrDefault(column.Index) ?? [];

    /// <summary>A text as its first cell has it.</summary>
    public string Spelling(string folded) => _spellings.GetValueOrDefault(folded, folded);

    /// <summary>Runs a statement.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="parameters">The values of $0, $1 and so on.</param>
    /// <param name="read">Reads a row of the result.</param>
    /// <exception cref="OperationCanceledException">The asker is gone.</exception>
    public List<T> Query<T>(string sql, IReadOnlyList<object> parameters, Func<SqliteDataReader, T> read)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters.Count; i++)
        {
            command.Parameters.AddWithValue(FormattableString.Invariant($"${i}"), parameters[i]);
        }

        try
        {
            var rows = new List<T>();
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add(read(reader));
            }

            return rows;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == Interrupted)
        {
            throw new OperationCanceledException("The computation was stopped.", exception, _cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private void Fill(TableProfile profile, IReadOnlyList<TableColumn> columns, IReadOnlyList<ReadableDocument> documents)
    {
        _connection.Open();
        raw.sqlite3_progress_handler(_connection.Handle, StepsBetweenLooks, _ => _cancellationToken.IsCancellationRequested ? 1 : 0, null);
        Names = columns.Select((column, i) => (column.Index, Name: FormattableString.Invariant($"c{i}"))).ToDictionary(pair => pair.Index, pair => pair.Name);
        var definitions = string.Concat(columns.Select((column, i) => FormattableString.Invariant($", c{i} {(column.Kind == ColumnKind.Number ? "REAL" : "TEXT")}")));
        Execute($"CREATE TABLE rows (id INTEGER PRIMARY KEY{definitions})");

        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO rows VALUES ($id{string.Concat(columns.Select((_, i) => FormattableString.Invariant($", ${i}")))})";
        var id = insert.Parameters.Add("$id", SqliteType.Integer);
        SqliteParameter[] values = [.. columns.Select((column, i) => insert.Parameters.Add(FormattableString.Invariant($"${i}"), column.Kind == ColumnKind.Number ? SqliteType.Real : SqliteType.Text))];
        insert.Prepare();
        var number = 0L;
        foreach (var row in profile.Rows(documents, _cancellationToken))
        {
            id.Value = number++;
            for (var i = 0; i < values.Length; i++)
            {
                values[i].Value = Value(columns[i], row.Cell(columns[i].Index), profile.Habits) ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private object? Value(TableColumn column, string cell, WritingHabits habits)
    {
        if (CellReader.IsBlank(cell))
        {
            return null;
        }

        switch (column.Kind)
        {
            case ColumnKind.Number:
                if (CellReader.Number(cell, habits) is not { } number)
                {
                    return null;
                }

                if (number.Unit.Length > 0 && (_units.TryGetValue(column.Index, out var units) || _units.TryAdd(column.Index, units = new(StringComparer.OrdinalIgnoreCase))) && units.Count < MaxUnits)
                {
                    units.Add(number.Unit);
                }

                return number.Value;
            case ColumnKind.Date:
                return CellReader.Date(cell, habits) is { } date ? DateReader.Write(date) : null;
            default:
                var folded = Fold(cell);
                if (_spellings.Count < MaxSpellings)
                {
                    _spellings.TryAdd(folded, cell);
                }

                return folded;
        }
    }

    /// <summary>A text as it is compared: in lower case, not longer than the database holds.</summary>
    public static string Fold(string cell) => (cell.Length > LongestText ? cell[..LongestText] : cell).ToLower(CultureInfo.InvariantCulture);

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
