using CsCheck;
using Longleaf.Platform.Accounts;
using Longleaf.Platform.Files;
using Longleaf.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Longleaf.Platform.Tests.Files;

public sealed class PagingTests
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<FilePurpose> Purpose = Gen.Enum<FilePurpose>();

    // Few seconds, so that many files share one.
    private static readonly Gen<(int Second, FilePurpose Purpose)[]> Uploads = Gen.Select(Gen.Int[0, 5], Purpose).Array[0, 30];

    private static readonly Gen<FileQuery> Query =
        from limit in Gen.Int[1, 8]
        from purpose in Purpose.Nullable()
        from after in Gen.Int[-1, 6].Nullable()
        from before in Gen.Int[-1, 6].Nullable()
        from oldestFirst in Gen.Bool
        select new FileQuery
        {
            Limit = limit,
            Purpose = purpose,
            CreatedAfter = after is { } low ? Epoch.AddSeconds(low) : null,
            CreatedBefore = before is { } high ? Epoch.AddSeconds(high) : null,
            Ascending = oldestFirst,
        };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_put_together_are_the_files_asked_for_in_order_each_once()
    {
        using var folder = new TemporaryFolder();
        await using var server = await PlatformFixture.StartAsync(folder);
        await Gen.Select(Uploads, Query.Array[1, 5]).SampleAsync(
            async (uploads, queries) =>
            {
                var owner = await server.NewPrincipalAsync("a" + Guid.NewGuid().ToString("N"));
                var model = await InsertAsync(server, owner, uploads);
                foreach (var query in queries)
                {
                    Assert.Equal(Expected(model, query), await PagesAsync(server.Files, owner, query));
                }
            },
            iter: 60,
            threads: 1);
    }

    [Fact]
    public async Task An_unknown_cursor_gives_an_empty_page()
    {
        using var folder = new TemporaryFolder();
        await using var server = await PlatformFixture.StartAsync(folder);
        var ada = await server.NewPrincipalAsync();
        await server.UploadAsync(ada, "Text.");

        var page = await server.Files.ListAsync(ada, new FileQuery { After = "file-fe-000000000000000000000000" }, Stop);

        Assert.Equal((0, false), (page.Files.Count, page.HasMore));
    }

    private static List<string> Expected(List<FileEntity> model, FileQuery query)
    {
        var chosen = model.Where(file => (query.Purpose is null || file.Purpose == query.Purpose)
            && (query.CreatedAfter is null || file.CreatedAt > query.CreatedAfter)
            && (query.CreatedBefore is null || file.CreatedAt < query.CreatedBefore));

        // Rows are inserted in the model's order: a stable sort keeps it inside a second.
        var ordered = chosen.OrderBy(file => file.CreatedAt).Select(file => file.Id).ToList();
        if (!query.Ascending)
        {
            ordered.Reverse();
        }

        return ordered;
    }

    private static async Task<List<string>> PagesAsync(IFileStore files, Principal owner, FileQuery query)
    {
        var all = new List<string>();
        for (string? after = null; ;)
        {
            var page = await files.ListAsync(owner, query with { After = after }, Stop);
            Assert.True(page.Files.Count <= query.Limit);
            Assert.True(!page.HasMore || page.Files.Count == query.Limit);
            all.AddRange(page.Files.Select(file => file.Id));
            if (!page.HasMore)
            {
                return all;
            }

            after = all[^1];
        }
    }

    private static Task<List<FileEntity>> InsertAsync(PlatformFixture server, Principal owner, (int Second, FilePurpose Purpose)[] uploads) =>
        server.Host.Services.GetRequiredService<PlatformDatabase>().WriteAsync(
            async context =>
            {
                var rows = new List<FileEntity>();
                foreach (var (second, purpose) in uploads)
                {
                    var row = new FileEntity
                    {
                        Id = FileIds.Create(purpose),
                        AccountId = owner.AccountId,
                        FileName = "a",
                        Purpose = purpose,
                        Bytes = 0,
                        ContentHash = new string('0', 64),
                        Status = FileStatus.Processed,
                        CreatedAt = Epoch.AddSeconds(second),
                    };
                    rows.Add(row);
                    context.Files.Add(row);
                    await context.SaveChangesAsync(Stop);
                }

                return rows;
            },
            Stop);
}
