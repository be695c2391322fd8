using System.Net;
using Longleaf.Tests;

namespace Longleaf.Server.Tests.Hosting;

public sealed class KeyCommandTests
{
    [Fact]
    public async Task A_key_made_beside_a_running_server_works_until_it_is_revoked()
    {
        await using var server = await ServerProcess.StartAsync();
        var (created, secret, _) = await ServerProcess.RunAsync(["key", "create", "--account", "anna", "--data", server.DataDirectory]);
        Assert.Equal(0, created);
        using var client = server.ClientFor(secret.Trim());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("v1/models")).StatusCode);

        var (listed, list, _) = await ServerProcess.RunAsync(["key", "list", "--data", server.DataDirectory]);
        Assert.Equal(0, listed);
        Assert.Contains("anna", list, StringComparison.Ordinal);
        Assert.DoesNotContain(secret.Trim(), list, StringComparison.Ordinal);

        var (revoked, _, _) = await ServerProcess.RunAsync(["key", "revoke", secret.Trim()[..9], "--data", server.DataDirectory]);
        Assert.Equal(0, revoked);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await client.GetAsync("v1/models", patience.Token)).StatusCode != HttpStatusCode.Unauthorized)
        {
            await Task.Delay(100, patience.Token);
        }
    }

    [Fact]
    public async Task A_name_that_is_none_is_refused_with_a_sentence()
    {
        await using var server = await ServerProcess.StartAsync();
        var (exitCode, _, error) = await ServerProcess.RunAsync(["key", "create", "--account", "no / name", "--data", server.DataDirectory]);
        Assert.Equal(2, exitCode);
        Assert.Contains("An account's name has", error, StringComparison.Ordinal);
    }
}
