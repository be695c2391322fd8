using Longleaf.Documents;
using Longleaf.Platform.Accounts;
using Longleaf.Platform.Files;
using Longleaf.Platform.Parsing;
using Longleaf.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Longleaf.Platform.Tests.Parsing;

public sealed class FileLeasesTests
{
    private static readonly DocumentManifest Manifest = new()
    {
        ReaderVersion = "fake-1",
        Info = new DocumentInfo { Format = DocumentFormat.PlainText },
        Tokens = 3,
        Characters = 10,
        TextBytes = 10,
        Passages = 1,
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_leased_to_one_and_an_older_generation_publishes_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var services = Open(folder, out var time);
        var id = await InsertAsync(services);
        var (slow, quick) = (Node(services), Node(services));

        var first = await slow.AcquireAsync(id, Stop);
        Assert.Equal(1, first!.Generation);
        Assert.Null(await quick.AcquireAsync(id, Stop));
        Assert.Empty(await quick.FindWaitingAsync(10, Stop));

        time.Advance(FileLeases.Duration + TimeSpan.FromSeconds(1));
        Assert.Equal([id], await quick.FindWaitingAsync(10, Stop));
        var second = await quick.AcquireAsync(id, Stop);
        Assert.Equal(2, second!.Generation);

        Assert.False(await slow.RenewAsync(first, Stop));
        Assert.False(await slow.PublishAsync(first, "old", Manifest, Stop));
        Assert.False(await slow.FailAsync(first, new DocumentFailure(DocumentFailureCode.TimedOut, "Too slow."), "fake-1", Stop));
        Assert.False(await slow.ReleaseAsync(first, 1, TimeSpan.Zero, Stop));
        Assert.True(await quick.PublishAsync(second, "new", Manifest, Stop));
        Assert.False(await quick.PublishAsync(second, "again", Manifest, Stop));

        var row = await RowAsync(services, id);
        Assert.Equal((FileStatus.Processed, "new", 3L, 0), (row!.Status, row.Variant, row.Tokens, row.FailedAttempts));
        Assert.Null(row.LeaseOwner);
    }

    [Fact]
    public async Task A_lease_that_is_renewed_does_not_run_out()
    {
        using var folder = new TemporaryFolder();
        await using var services = Open(folder, out var time);
        var id = await InsertAsync(services);
        var (holder, other) = (Node(services), Node(services));
        var lease = (await holder.AcquireAsync(id, Stop))!;
        for (var step = 0; step < 5; step++)
        {
            time.Advance(FileLeases.Duration / 2);
            Assert.True(await holder.RenewAsync(lease, Stop));
            Assert.Null(await other.AcquireAsync(id, Stop));
        }
    }

    [Fact]
    public async Task A_file_given_back_waits_for_its_delay()
    {
        using var folder = new TemporaryFolder();
        await using var services = Open(folder, out var time);
        var id = await InsertAsync(services);
        var node = Node(services);
        var lease = (await node.AcquireAsync(id, Stop))!;

        Assert.True(await node.ReleaseAsync(lease, 1, TimeSpan.FromSeconds(4), Stop));

        Assert.Null(await node.AcquireAsync(id, Stop));
        time.Advance(TimeSpan.FromSeconds(5));
        var next = await node.AcquireAsync(id, Stop);
        Assert.Equal((2L, 1), (next!.Generation, next.FailedAttempts));
    }

    [Fact]
    public async Task Leases_of_a_process_that_is_gone_end_at_the_next_start()
    {
        using var folder = new TemporaryFolder();
        await using var services = Open(folder, out _);
        var id = await InsertAsync(services);
        var (gone, started) = (Node(services), Node(services));
        Assert.NotNull(await gone.AcquireAsync(id, Stop));

        Assert.Equal(1, await started.VoidOthersAsync(Stop));

        Assert.NotNull(await started.AcquireAsync(id, Stop));
        Assert.Equal(0, await started.VoidOthersAsync(Stop));
        Assert.Null(await gone.AcquireAsync(id, Stop));
    }

    [Fact]
    public async Task A_processed_file_that_is_to_be_read_again_waits_behind_those_that_never_were_and_stays_processed()
    {
        using var folder = new TemporaryFolder();
        await using var services = Open(folder, out _);
        var again = await InsertAsync(services);
        var node = Node(services);
        Assert.True(await node.PublishAsync((await node.AcquireAsync(again, Stop))!, "old", Manifest, Stop));
        var first = await InsertAsync(services, "eve");
        Assert.Equal([first], await node.FindWaitingAsync(10, Stop));
        await MarkAsync(services, again);

        Assert.Equal([first, again], await node.FindWaitingAsync(10, Stop));
        Assert.Equal([first], await node.FindWaitingAsync(1, Stop));
        var lost = (await Node(services).AcquireAsync(again, Stop))!;
        Assert.Equal((FileStatus.Processed, ReparseReason.Outdated, "old"), (lost.Status, lost.Reparse, lost.Variant));
        Assert.Equal([first], await node.FindWaitingAsync(10, Stop));
        Assert.Equal(1, await node.VoidOthersAsync(Stop));

        var lease = (await node.AcquireAsync(again, Stop))!;
        Assert.False(await Node(services).PublishAsync(lost, "lost", Manifest, Stop));
        Assert.True(await node.FailAsync(lease, new DocumentFailure(DocumentFailureCode.TimedOut, "Too slow."), "fake-2", Stop));

        var row = (await RowAsync(services, again))!;
        Assert.Equal((FileStatus.Processed, "old", "Too slow.", "fake-2", null), (row.Status, row.Variant, row.FailureReason, row.ReaderVersion, row.Reparse));
        Assert.Equal([first], await node.FindWaitingAsync(10, Stop));
    }

    private static Task<int> MarkAsync(ServiceProvider services, string id) => services.GetRequiredService<PlatformDatabase>().WriteAsync(
        context => context.Files.Where(file => file.Id == id).ExecuteUpdateAsync(file => file.SetProperty(row => row.Reparse, ReparseReason.Outdated), Stop),
        Stop);

    private static ServiceProvider Open(TemporaryFolder folder, out FakeTimeProvider time)
    {
        time = new FakeTimeProvider();
        return new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddKeyStore()
            .Configure<PlatformOptions>(options => options.DataDirectory = folder.Path)
            .BuildServiceProvider();
    }

    private static FileLeases Node(ServiceProvider services) =>
        new(services.GetRequiredService<PlatformDatabase>(), services.GetRequiredService<TimeProvider>());

    private static Task<FileEntity?> RowAsync(ServiceProvider services, string id) => services.GetRequiredService<PlatformDatabase>()
        .ReadAsync(context => context.Files.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, Stop), Stop);

    private static async Task<string> InsertAsync(ServiceProvider services, string account = "ada")
    {
        var keys = services.GetRequiredService<IKeyStore>();
        var owner = await keys.AuthenticateAsync((await keys.CreateAsync(account, Stop)).Secret, Stop);
        var row = new FileEntity
        {
            Id = FileIds.Create(FilePurpose.FileExtract),
            AccountId = owner!.AccountId,
            FileName = "a.txt",
            Purpose = FilePurpose.FileExtract,
            Bytes = 1,
            ContentHash = new string('0', 64),
            Status = FileStatus.Processing,
            CreatedAt = services.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
        await services.GetRequiredService<PlatformDatabase>().WriteAsync(
            async context =>
            {
                context.Files.Add(row);
                return await context.SaveChangesAsync(Stop);
            },
            Stop);
        return row.Id;
    }
}
