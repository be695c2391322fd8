using Longleaf.Platform.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Longleaf.Platform.Tests.Files;

public sealed class RequestDocumentsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_more_texts_are_read_at_once_than_files_are_parsed()
    {
        using var folder = new TemporaryFolder();
        await using var platform = await PlatformFixture.StartAsync(folder, options => options.ParseConcurrency = 2);
        var (texts, ada) = (Texts(platform), await platform.NewPrincipalAsync());

        var opening = Enumerable.Range(0, 20).Select(number => texts.OpenTextAsync(ada, 1, $"HOLD {number}", Stop)).ToList();
        await PlatformFixture.EventuallyAsync(() => Task.FromResult(platform.Reader.Read.Count >= 2 ? "read" : null));
        platform.Reader.Gate.SetResult();

        Assert.All(await Task.WhenAll(opening), document => Assert.NotNull(document));
        Assert.Equal(2, platform.Reader.MostAtOnce);
    }

    [Fact]
    public async Task When_too_many_wait_the_next_is_turned_away_until_one_gives_up()
    {
        using var folder = new TemporaryFolder();
        await using var platform = await PlatformFixture.StartAsync(folder, options => (options.ParseConcurrency, options.MaxWaitingTexts) = (1, 1));
        var (texts, ada) = (Texts(platform), await platform.NewPrincipalAsync());
        using var impatient = new CancellationTokenSource();
        var read = texts.OpenTextAsync(ada, 1, "HOLD one", Stop);
        var waits = texts.OpenTextAsync(ada, 1, "HOLD two", impatient.Token);

        Assert.Null(await texts.OpenTextAsync(ada, 1, "HOLD three", Stop));

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits);
        var next = texts.OpenTextAsync(ada, 1, "HOLD four", Stop);
        Assert.False(next.IsCompleted);
        platform.Reader.Gate.SetResult();
        Assert.NotNull(await read);
        Assert.NotNull(await next);
        Assert.Equal(["HOLD one", "HOLD four"], platform.Reader.Read);
    }

    [Fact]
    public async Task A_text_that_was_read_waits_for_nobody()
    {
        using var folder = new TemporaryFolder();
        await using var platform = await PlatformFixture.StartAsync(folder, options => (options.ParseConcurrency, options.MaxWaitingTexts) = (1, 0));
        var (texts, ada) = (Texts(platform), await platform.NewPrincipalAsync());
        Assert.NotNull(await texts.OpenTextAsync(ada, 1, "The moon is round.", Stop));
        var held = texts.OpenTextAsync(ada, 1, "HOLD", Stop);

        Assert.Null(await texts.OpenTextAsync(ada, 1, "The sun is round.", Stop));
        Assert.NotNull(await texts.OpenTextAsync(ada, 1, "The moon is round.", Stop));
        platform.Reader.Gate.SetResult();
        Assert.NotNull(await held);
    }

    private static IRequestDocuments Texts(PlatformFixture platform) => platform.Host.Services.GetRequiredService<IRequestDocuments>();
}
