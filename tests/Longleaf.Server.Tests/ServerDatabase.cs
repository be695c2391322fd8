using Longleaf.Tests;
using Microsoft.Data.Sqlite;

namespace Longleaf.Server.Tests;

/// <summary>A server's database, looked at from beside it.</summary>
internal static class ServerDatabase
{
    /// <summary>What became of each request, oldest first.</summary>
    public static async Task<IReadOnlyList<(string Outcome, long CompletionTokens)>> ReadUsageAsync(ServerProcess server)
    {
        await using var connection = await OpenAsync(server);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT outcome, completion_tokens FROM usage ORDER BY settled_at";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<(string, long)>();
        while (await reader.ReadAsync())
        {
            rows.Add((reader.GetString(0), reader.GetInt64(1)));
        }

        return rows;
    }

    /// <summary>Waits for the first row, and gives it: there must not be a second.</summary>
    public static async Task<(string Outcome, long CompletionTokens)> OnlyUsageAsync(ServerProcess server, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        IReadOnlyList<(string, long)> rows;
        while ((rows = await ReadUsageAsync(server)).Count == 0)
        {
            await Task.Delay(50, limit.Token);
        }

        return Assert.Single(rows);
    }

    /// <summary>Has a file count as many tokens.</summary>
    public static async Task SetTokensAsync(ServerProcess server, string fileId, long tokens)
    {
        await using var connection = await OpenAsync(server);
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE files SET tokens = $tokens WHERE id = $id";
        command.Parameters.AddWithValue("$tokens", tokens);
        command.Parameters.AddWithValue("$id", fileId);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    private static async Task<SqliteConnection> OpenAsync(ServerProcess server)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(server.DataDirectory, "longleaf.db")};Pooling=False;Default Timeout=30");
        await connection.OpenAsync();
        return connection;
    }
}
