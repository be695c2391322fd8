using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Longleaf.Platform.Storage;

/// <summary>The way to the database: migrated before first use, one transaction for each write.</summary>
internal sealed class PlatformDatabase : IDisposable
{
    private readonly IDbContextFactory<PlatformContext> _contexts;
    private readonly DataFolder _folder;
    private readonly Lazy<Task> _migrated;

    // SQLite has one writer at a time. Waiting for it here costs no thread; waiting inside SQLite holds one.
    private readonly SemaphoreSlim _writer = new(1, 1);

    public PlatformDatabase(IDbContextFactory<PlatformContext> contexts, DataFolder folder)
    {
        _contexts = contexts;
        _folder = folder;
        _migrated = new(() => Task.Run(MigrateAsync));
    }

    /// <summary>Brings the schema up to date, once.</summary>
    public Task MigratedAsync() => _migrated.Value;

    public async Task<T> ReadAsync<T>(Func<PlatformContext, Task<T>> query, CancellationToken cancellationToken)
    {
        await MigratedAsync().WaitAsync(cancellationToken);
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        return await query(context);
    }

    /// <summary>Runs <paramref name="work"/> in a transaction, committed when it returns and rolled back when it throws.</summary>
    public async Task<T> WriteAsync<T>(Func<PlatformContext, Task<T>> work, CancellationToken cancellationToken)
    {
        await MigratedAsync().WaitAsync(cancellationToken);
        await _writer.WaitAsync(cancellationToken);
        try
        {
            await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            var result = await work(context);

            // Whether a commit that was cancelled took place is not known: it is not cancelled.
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            _writer.Release();
        }
    }

    public void Dispose() => _writer.Dispose();

    private async Task MigrateAsync()
    {
        using var alone = await EnterMigrationAsync();
        await using var context = await _contexts.CreateDbContextAsync();

        // Kept in the file. Readers go on while somebody writes, and a commit is one sync.
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL");
        var pending = await context.Database.GetPendingMigrationsAsync();
        if (!pending.Any())
        {
            return;
        }

        // EF Core's own lock is a row, which a process killed while it migrates leaves behind for ever.
        // The file lock ends with its process, so whatever row is there now is such a leftover.
        if (context.GetService<IHistoryRepository>().LockReleaseBehavior == LockReleaseBehavior.Explicit)
        {
            await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
        }

        await context.Database.MigrateAsync();
    }

    // The command line may be first on a folder at the same time as a server.
    private async Task<FileStream> EnterMigrationAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(_folder.MigrationLock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 600)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }
    }
}
