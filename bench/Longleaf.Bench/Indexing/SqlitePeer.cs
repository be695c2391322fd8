using System.Diagnostics;
using Longleaf.Reading;
using Longleaf.Reading.Text;
using Microsoft.Data.Sqlite;

namespace Longleaf.Bench.Indexing;

/// <summary>SQLite's FTS5 over the same passages, given the same terms: contentless, in memory.</summary>
internal sealed class SqlitePeer : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly SqliteCommand _search;

    /// <summary>Indexes the passages of documents.</summary>
    public SqlitePeer(IReadOnlyList<ReadableDocument> documents)
    {
        var clock = Stopwatch.StartNew();
        _connection.Open();
        Execute("CREATE VIRTUAL TABLE passages USING fts5(body, content='', tokenize=\"unicode61 remove_diacritics 0\")");
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO passages(rowid, body) VALUES ($id, $body)";
        var (id, body) = (insert.Parameters.Add("$id", SqliteType.Integer), insert.Parameters.Add("$body", SqliteType.Text));
        var row = 0L;
        foreach (var document in documents)
        {
            foreach (var passage in document.Segment.Passages())
            {
                (id.Value, body.Value) = (++row, string.Join(' ', TextAnalyzer.Analyze(document.ReadPassage(passage)).Select(term => term.Term)));
                insert.ExecuteNonQuery();
            }
        }

        transaction.Commit();
        Execute("INSERT INTO passages(passages) VALUES ('optimize')");
        Console.WriteLine($"sqlite fts5: {row:N0} passages tokenised and inserted in {clock.Elapsed.TotalSeconds:0.00} s");
        _search = _connection.CreateCommand();
        _search.CommandText = "SELECT rowid, rank FROM passages WHERE passages MATCH $terms ORDER BY rank LIMIT $top";
        _search.Parameters.Add("$terms", SqliteType.Text);
        _search.Parameters.Add("$top", SqliteType.Integer);
    }

    /// <summary>Searches for any of the terms.</summary>
    public int Search(List<string> terms, int top)
    {
        _search.Parameters[0].Value = string.Join(" OR ", terms.Select(term => $"\"{term.Replace("\"", "", StringComparison.Ordinal)}\""));
        _search.Parameters[1].Value = top;
        using var reader = _search.ExecuteReader();
        var count = 0;
        while (reader.Read())
        {
            count++;
        }

        return count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _search.Dispose();
        _connection.Dispose();
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // constants of this file
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
