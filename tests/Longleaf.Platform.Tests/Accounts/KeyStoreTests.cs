using Longleaf.Platform.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Longleaf.Platform.Tests.Accounts;

public sealed class KeyStoreTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_is_shown_once_works_until_revoked_and_is_listed_without_its_secret()
    {
        using var folder = new TemporaryFolder();
        await using var services = Open(folder, new FakeTimeProvider());
        var keys = services.GetRequiredService<IKeyStore>();
        Assert.True(await keys.IsEmptyAsync(Stop));

        var issued = await keys.CreateAsync("ada", Stop);

        Assert.Matches(@"\Ask-[0-9A-Za-z]{48}\z", issued.Secret);
        Assert.StartsWith(issued.Key.Prefix, issued.Secret, StringComparison.Ordinal);
        Assert.False(await keys.IsEmptyAsync(Stop));
        var principal = await keys.AuthenticateAsync(issued.Secret, Stop);
        Assert.Equal(("ada", issued.Key.Id), (principal!.AccountName, principal.KeyId));
        var listed = Assert.Single(await keys.ListAsync(Stop));
        Assert.Equal(issued.Key, listed);

        Assert.True(await keys.RevokeAsync(issued.Key.Prefix, Stop));

        Assert.Null(await keys.AuthenticateAsync(issued.Secret, Stop));
        Assert.NotNull(Assert.Single(await keys.ListAsync(Stop)).RevokedAt);
        Assert.False(await keys.RevokeAsync(issued.Key.Prefix, Stop));
    }

    [Fact]
    public async Task Keys_of_one_account_name_belong_to_one_account()
    {
        using var folder = new TemporaryFolder();
        await using var services = Open(folder, new FakeTimeProvider());
        var keys = services.GetRequiredService<IKeyStore>();
        var first = await keys.AuthenticateAsync((await keys.CreateAsync("ada", Stop)).Secret, Stop);
        var second = await keys.AuthenticateAsync((await keys.CreateAsync("ada", Stop)).Secret, Stop);
        var other = await keys.AuthenticateAsync((await keys.CreateAsync("grace", Stop)).Secret, Stop);

        Assert.Equal(first!.AccountId, second!.AccountId);
        Assert.NotEqual(first.KeyId, second.KeyId);
        Assert.NotEqual(first.AccountId, other!.AccountId);
    }

    [Fact]
    public async Task A_revocation_by_another_process_is_noticed_within_seconds()
    {
        using var folder = new TemporaryFolder();
        var time = new FakeTimeProvider();
        await using var server = Open(folder, time);
        await using var commandLine = Open(folder, time);
        var keys = server.GetRequiredService<IKeyStore>();
        var issued = await keys.CreateAsync("ada", Stop);
        Assert.NotNull(await keys.AuthenticateAsync(issued.Secret, Stop));

        Assert.True(await commandLine.GetRequiredService<IKeyStore>().RevokeAsync(issued.Key.Id.ToString(), Stop));
        time.Advance(TimeSpan.FromSeconds(3));

        Assert.Null(await keys.AuthenticateAsync(issued.Secret, Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sk-")]
    [InlineData("sk-000000000000000000000000000000000000000000000000")]
    [InlineData("SK-000000000000000000000000000000000000000000000000")]
    [InlineData("sk-00000000000000000000000000000000000000000000000é")]
    [InlineData("sk-0000000000000000000000000000000000000000000000000")]
    public async Task Unknown_secrets_stand_for_nobody(string secret)
    {
        using var folder = new TemporaryFolder();
        await using var services = Open(folder, new FakeTimeProvider());

        Assert.Null(await services.GetRequiredService<IKeyStore>().AuthenticateAsync(secret, Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("ada\n")]
    [InlineData("../ada")]
    [InlineData("阿达")]
    public async Task Account_names_of_another_form_are_refused(string name)
    {
        using var folder = new TemporaryFolder();
        await using var services = Open(folder, new FakeTimeProvider());

        await Assert.ThrowsAsync<ArgumentException>(() => services.GetRequiredService<IKeyStore>().CreateAsync(name, Stop));
    }

    private static ServiceProvider Open(TemporaryFolder folder, TimeProvider time) => new ServiceCollection()
        .AddSingleton(time)
        .AddKeyStore()
        .Configure<PlatformOptions>(options => options.DataDirectory = folder.Path)
        .BuildServiceProvider();
}
