using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Longleaf.Platform.Storage;

/// <summary>
/// Sets up every SQLite connection: what is committed is on disk (an acknowledged file survives a power cut), and a database
/// that another process writes to is waited for inside SQLite, not in the provider's steps of 150 ms.
/// </summary>
internal sealed class SqliteSession : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
