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

    [Fact]
    public async Task A_data_folder_that_is_not_there_is_not_made()
    {
        var folder = Directory.CreateTempSubdirectory("longleaf-test-");
        try
        {
            var missing = Path.Combine(folder.FullName, "missing");
            var (exitCode, _, error) = await ServerProcess.RunAsync(["key", "list", "--data", missing]);
            Assert.Equal(1, exitCode);
            Assert.Equal($"There is no data folder {missing}: start the service on it first, or choose another --data.", error.Trim());
            Assert.False(Directory.Exists(missing));

            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "letter.txt"), "Dear Anna,", TestContext.Current.CancellationToken);
            (exitCode, _, error) = await ServerProcess.RunAsync(["key", "list", "--data", folder.FullName]);
            Assert.Equal(1, exitCode);
            Assert.Equal($"{folder.FullName} is not a data folder of Longleaf: choose another --data.", error.Trim());
            Assert.Single(folder.EnumerateFileSystemInfos());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
