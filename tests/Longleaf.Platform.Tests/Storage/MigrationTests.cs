using Longleaf.Platform.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Longleaf.Platform.Tests.Storage;

public sealed class MigrationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_migrations_make_what_the_model_says()
    {
        using var folder = new TemporaryFolder();
        await using var services = Open(folder);
        await using var context = await services.GetRequiredService<IDbContextFactory<PlatformContext>>().CreateDbContextAsync(Stop);

        Assert.False(context.Database.HasPendingModelChanges(), "Add a migration: the model has changed.");
    }

    [Fact]
    public async Task The_database_syncs_every_commit_and_writes_ahead()
    {
        using var folder = new TemporaryFolder();
        await using var services = Open(folder);
        var (journal, synchronous, keys) = await services.GetRequiredService<PlatformDatabase>().ReadAsync(
            async context => (
                (await context.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").ToListAsync(Stop))[0],
                (await context.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").ToListAsync(Stop))[0],
                (await context.Database.SqlQueryRaw<int>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").ToListAsync(Stop))[0]),
            Stop);

        Assert.Equal(("wal", 2, 1), (journal, synchronous, keys));
    }

    [Fact]
    public async Task A_migration_lock_that_a_killed_process_left_does_not_stop_the_next()
    {
        using var folder = new TemporaryFolder();
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "longleaf.db")};Pooling=False"))
        {
            await connection.OpenAsync(Stop);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
                """;
            await command.ExecuteNonQueryAsync(Stop);
        }

        await using var services = Open(folder);
        await services.GetRequiredService<PlatformDatabase>().MigratedAsync().WaitAsync(TimeSpan.FromSeconds(30), Stop);
    }

    [Fact]
    public async Task Processes_that_are_first_on_a_folder_together_all_get_a_database()
    {
        using var folder = new TemporaryFolder();
        var processes = Enumerable.Range(0, 5).Select(_ => Open(folder)).ToArray();

        await Task.WhenAll(processes.Select(services => services.GetRequiredService<PlatformDatabase>().MigratedAsync()));

        foreach (var services in processes)
        {
            await services.DisposeAsync();
        }
    }

    private static ServiceProvider Open(TemporaryFolder folder) => new ServiceCollection()
        .AddKeyStore()
        .Configure<PlatformOptions>(options => options.DataDirectory = folder.Path)
        .BuildServiceProvider();
}
