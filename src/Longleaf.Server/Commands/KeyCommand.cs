using System.CommandLine;
using System.Globalization;
using Longleaf.Platform;
using Longleaf.Platform.Accounts;
using Spectre.Console;

namespace Longleaf.Server.Commands;

/// <summary><c>longleaf key</c>: create, list and revoke API keys of a data folder, while a server runs on it or not.</summary>
internal static class KeyCommand
{
    private static readonly Option<string> Data = new("--data")
    {
        Description = "The service's data folder.",
        DefaultValueFactory = _ => "./data",
        Recursive = true,
    };

    public static Command Create() => new("key", "Create, list and revoke API keys.") { Data, CreateCommand(), ListCommand(), RevokeCommand() };

    private static Command CreateCommand()
    {
        var account = new Option<string>("--account") { Description = "The account the key is for; made if there is none.", Required = true };
        var command = new Command("create", "Make a key; its secret is shown once.") { account };
        command.SetAction((result, cancellationToken) => WithKeysAsync(result, async keys =>
        {
            try
            {
                var key = await keys.CreateAsync(result.GetValue(account)!, cancellationToken);
                await Console.Out.WriteLineAsync(key.Secret);
                return 0;
            }
            catch (ArgumentException)
            {
                await Console.Error.WriteLineAsync("An account's name has 1 to 64 letters, digits, '-', '_' or '.'.");
                return 2;
            }
        }));
        return command;
    }

    private static Command ListCommand()
    {
        var command = new Command("list", "List the keys, newest first.");
        command.SetAction((result, cancellationToken) => WithKeysAsync(result, async keys =>
        {
            var table = new Table().Border(TableBorder.Simple).AddColumns("Key", "Account", "Created", "State", "Id");
            foreach (var key in await keys.ListAsync(cancellationToken))
            {
                table.AddRow(
                    new Text($"{key.Prefix}…"),
                    new Text(key.AccountName),
                    new Text(key.CreatedAt.ToString("u", CultureInfo.InvariantCulture)),
                    new Text(key.RevokedAt is null ? "works" : "revoked"),
                    new Text(key.Id.ToString()));
            }

            AnsiConsole.Write(table);
            return 0;
        }));
        return command;
    }

    private static Command RevokeCommand()
    {
        var key = new Argument<string>("KEY") { Description = "The key's id, or its first characters as `key list` shows them." };
        var command = new Command("revoke", "Make a key stop working.") { key };
        command.SetAction((result, cancellationToken) => WithKeysAsync(result, async keys =>
        {
            if (await keys.RevokeAsync(result.GetValue(key)!, cancellationToken))
            {
                await Console.Out.WriteLineAsync("Revoked.");
                return 0;
            }

            await Console.Error.WriteLineAsync("No one key is meant by that; see `longleaf key list`.");
            return 2;
        }));
        return command;
    }

    private static async Task<int> WithKeysAsync(ParseResult result, Func<IKeyStore, Task<int>> action)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.Configure<PlatformOptions>(options => options.DataDirectory = result.GetValue(Data)!);
        services.AddKeyStore();
        await using var provider = services.BuildServiceProvider();
        return await action(provider.GetRequiredService<IKeyStore>());
    }
}
