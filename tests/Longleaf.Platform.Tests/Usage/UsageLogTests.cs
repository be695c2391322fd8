using Longleaf.Platform.Storage;
using Longleaf.Platform.Usage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Longleaf.Platform.Tests.Usage;

public sealed class UsageLogTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_are_kept_as_they_were_appended_one_request_may_have_several()
    {
        using var folder = new TemporaryFolder();
        var row = new UsageRow
        {
            RequestId = Guid.NewGuid(),
            AccountId = Guid.NewGuid(),
            KeyId = Guid.NewGuid(),
            Model = "qwen-long",
            PromptTokens = 9_999_999_999,
            CompletionTokens = 12,
            Outcome = "stop",
            SettledAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero),
        };
        await using (var server = await PlatformFixture.StartAsync(folder))
        {
            var log = server.Host.Services.GetRequiredService<IUsageLog>();
            await log.AppendAsync(row, Stop);
            await log.AppendAsync(row with { Outcome = "cancelled" }, Stop);
        }

        await using var next = await PlatformFixture.StartAsync(folder);
        var rows = await next.Host.Services.GetRequiredService<PlatformDatabase>()
            .ReadAsync(context => context.Usage.OrderBy(kept => EF.Property<long>(kept, "Sequence")).ToListAsync(Stop), Stop);
        Assert.Equal([row, row with { Outcome = "cancelled" }], rows);
    }
}
