using Longleaf.Platform.Parsing;
using Longleaf.Platform.Storage;
using Microsoft.Extensions.Options;

namespace Longleaf.Platform.Tests.Parsing;

public sealed class ParseQueueTests
{
    private static readonly Guid Ada = Guid.NewGuid();
    private static readonly Guid Eve = Guid.NewGuid();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Accounts_take_turns_and_an_accounts_files_go_in_order()
    {
        var queue = Queue(1);
        var order = new List<string>();
        var running = await queue.EnterAsync(Key(Ada, "first"), isReparse: false, Stop);
        var all = new[] { (Ada, "a1"), (Ada, "a2"), (Ada, "a3"), (Eve, "e1"), (Eve, "e2") }
            .Select(async file =>
            {
                using var place = await queue.EnterAsync(Key(file.Item1, file.Item2), isReparse: false, Stop);
                order.Add(file.Item2);
            })
            .ToArray();

        running.Dispose();
        await Task.WhenAll(all);

        Assert.Equal(["a1", "e1", "a2", "e2", "a3"], order);
    }

    [Fact]
    public async Task No_more_than_allowed_are_in_at_once_and_one_content_once()
    {
        var queue = Queue(2);
        var first = await queue.EnterAsync(Key(Ada, "same"), isReparse: false, Stop);
        var twin = queue.EnterAsync(Key(Ada, "same"), isReparse: false, Stop);
        var second = await queue.EnterAsync(Key(Ada, "other"), isReparse: false, Stop);
        var third = queue.EnterAsync(Key(Eve, "third"), isReparse: false, Stop);
        Assert.False(twin.IsCompleted || third.IsCompleted);

        second.Dispose();
        using var entered = await third;
        Assert.False(twin.IsCompleted);

        first.Dispose();
        first.Dispose();
        (await twin).Dispose();
    }

    [Fact]
    public async Task Who_stops_waiting_holds_up_nobody()
    {
        var queue = Queue(1);
        using var gone = new CancellationTokenSource();
        var running = await queue.EnterAsync(Key(Ada, "a"), isReparse: false, Stop);
        var waiting = queue.EnterAsync(Key(Ada, "b"), isReparse: false, gone.Token);
        var next = queue.EnterAsync(Key(Ada, "c"), isReparse: false, Stop);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        running.Dispose();
        (await next).Dispose();
    }

    [Fact]
    public async Task What_is_read_again_comes_last_and_leaves_a_place_free()
    {
        var queue = Queue(2);
        var again = await queue.EnterAsync(Key(Ada, "again"), isReparse: true, Stop);
        var againToo = queue.EnterAsync(Key(Ada, "again too"), isReparse: true, Stop);
        Assert.False(againToo.IsCompleted);
        var first = await queue.EnterAsync(Key(Ada, "first"), isReparse: false, Stop);
        var second = queue.EnterAsync(Key(Eve, "second"), isReparse: false, Stop);

        again.Dispose();

        using var entered = await second;
        Assert.False(againToo.IsCompleted);
        first.Dispose();
        (await againToo).Dispose();
    }

    [Fact]
    public async Task Where_there_is_one_place_it_is_for_reading_again_too()
    {
        var queue = Queue(1);
        (await queue.EnterAsync(Key(Ada, "again"), isReparse: true, Stop)).Dispose();
        (await queue.EnterAsync(Key(Ada, "again too"), isReparse: true, Stop)).Dispose();
    }

    private static ParseQueue Queue(int concurrency) => new(Options.Create(new PlatformOptions { ParseConcurrency = concurrency }));

    private static ArtifactKey Key(Guid account, string hash) => new(new ContentKey(account, hash), "v");
}
