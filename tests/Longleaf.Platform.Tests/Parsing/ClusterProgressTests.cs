using Longleaf.Documents;
using Longleaf.Platform.Cluster;
using Longleaf.Platform.Parsing;
using Longleaf.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Longleaf.Platform.Tests.Parsing;

public sealed class ClusterProgressTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_that_does_not_parse_a_file_hears_how_far_it_is_from_its_grain()
    {
        using var folder = new TemporaryFolder();
        await using var server = await PlatformFixture.StartAsync(folder);
        var ada = await server.NewPrincipalAsync();
        var id = (await server.UploadAsync(ada, "HOLD")).Id;
        await PlatformFixture.EventuallyAsync(async () => (await server.Files.FindAsync(ada, id, Stop))?.Progress);

        // Another node: it runs nothing itself.
        var elsewhere = new ClusterProgress(new ParseProgress(), server.Host.Services.GetRequiredService<SiloHost>(), TimeProvider.System);
        var row = await RowAsync(server, id);
        Assert.Null(elsewhere.Own(row));
        Assert.Equal(new ReaderEvent.Progress("reading", 1, 2, "pages"), await elsewhere.FindAsync(row, Stop));

        server.Reader.Gate.SetResult();
        await server.SettledAsync(ada, id);

        // As a node sees it that looked at the row before, and asks after the end.
        await PlatformFixture.EventuallyAsync(async () => await elsewhere.FindAsync(row, Stop) is null ? "ended" : null);
        Assert.Null(await elsewhere.FindAsync(await RowAsync(server, id), Stop));
    }

    private static Task<FileEntity> RowAsync(PlatformFixture server, string id) => server.Host.Services.GetRequiredService<PlatformDatabase>()
        .ReadAsync(context => context.Files.AsNoTracking().SingleAsync(file => file.Id == id, Stop), Stop);
}
