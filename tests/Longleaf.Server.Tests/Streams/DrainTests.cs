namespace Longleaf.Server.Tests.Streams;

public sealed class DrainTests
{
    [Fact]
    public async Task Sigterm_lets_a_stream_finish_and_takes_no_new_one()
    {
        await using var server = await SlowServer.StartAsync();
        using var stream = await SlowStream.OpenAsync(server.Http, "say 30 pieces, one every 100 ms");
        var first = await stream.NextAsync();

        var ended = server.TerminateAsync();
        using var late = server.ClientFor(server.ApiKey);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await Assert.ThrowsAsync<HttpRequestException>(async () =>
        {
            while (true)
            {
                using var response = await late.GetAsync("v1/models", patience.Token);
                response.EnsureSuccessStatusCode();
                await Task.Delay(20, patience.Token);
            }
        });

        Assert.False(ended.IsCompleted);
        Assert.Equal(new string('x', 30), SlowStream.Text([first, .. await stream.RestAsync()]));
        Assert.Equal(0, await ended);
        Assert.Equal("stop", Assert.Single(await ServerDatabase.ReadUsageAsync(server)).Outcome);
    }

    [Fact]
    public async Task A_stream_that_outlasts_the_grace_is_broken_off_and_still_settled()
    {
        await using var server = await SlowServer.StartAsync(settings: ("Server__DrainTimeout", "00:00:01"));
        using var stream = await SlowStream.OpenAsync(server.Http, "say 10000 pieces, one every 100 ms");
        await stream.NextAsync();

        Assert.Equal(0, await server.TerminateAsync().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Equal("cancelled", Assert.Single(await ServerDatabase.ReadUsageAsync(server)).Outcome);
    }
}
