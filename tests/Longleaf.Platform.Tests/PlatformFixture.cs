using System.Text;
using Longleaf.Documents;
using Longleaf.Platform.Accounts;
using Longleaf.Platform.Files;
using Longleaf.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Longleaf.Platform.Tests;

/// <summary>The platform as a server runs it: real database, real folder, real silo; only the reader is a fake.</summary>
internal sealed class PlatformFixture : IAsyncDisposable
{
    private PlatformFixture(IHost host, FakeReader reader)
    {
        Host = host;
        Reader = reader;
    }

    public IHost Host { get; }

    public FakeReader Reader { get; }

    public IKeyStore Keys => Host.Services.GetRequiredService<IKeyStore>();

    public IDocumentReparser Reparser => Host.Services.GetRequiredService<IDocumentReparser>();

    public IFileStore Files => Host.Services.GetRequiredService<IFileStore>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static IHost Build(string folder, IDocumentReader reader, Action<PlatformOptions>? configure = null, TimeProvider? time = null)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddSimpleConsole(console => console.SingleLine = true).AddFilter(null, LogLevel.Error);

        // A child process answers on its standard output: nothing else may stand there.
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(reader);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.AddPlatform();
        builder.Services.Configure<PlatformOptions>(options =>
        {
            options.DataDirectory = folder;
            options.MinFreeBytes = 0;
            configure?.Invoke(options);
        });
        return builder.Build();
    }

    public static async Task<PlatformFixture> StartAsync(
        TemporaryFolder folder, Action<PlatformOptions>? configure = null, FakeReader? reader = null, TimeProvider? time = null)
    {
        reader ??= new FakeReader();
        var fixture = new PlatformFixture(Build(folder.Path, reader, configure, time), reader);
        await fixture.Host.StartAsync(Stop);
        return fixture;
    }

    public async Task<Principal> NewPrincipalAsync(string account = "ada") =>
        (await Keys.AuthenticateAsync((await Keys.CreateAsync(account, Stop)).Secret, Stop))!;

    public Task<UploadOutcome> TryUploadAsync(Principal principal, string text, string name = "a.txt", FilePurpose purpose = FilePurpose.FileExtract) =>
        TryUploadAsync(principal, new MemoryStream(Encoding.UTF8.GetBytes(text)), name, purpose);

    public Task<UploadOutcome> TryUploadAsync(Principal principal, Stream content, string name = "a.txt", FilePurpose purpose = FilePurpose.FileExtract) =>
        Files.UploadAsync(principal, new FileUpload(name, purpose, content, null, 1L << 30), Stop);

    public async Task<StoredFile> UploadAsync(Principal principal, string text, string name = "a.txt", FilePurpose purpose = FilePurpose.FileExtract) =>
        Assert.IsType<UploadOutcome.Accepted>(await TryUploadAsync(principal, text, name, purpose)).File;

    /// <summary>Waits until a file is no longer being processed.</summary>
    public Task<StoredFile> SettledAsync(Principal principal, string fileId) =>
        EventuallyAsync(async () => await Files.FindAsync(principal, fileId, Stop) is { Status: not FileStatus.Processing } file ? file : null);

    /// <summary>The canonical text of a file; <see langword="null"/> if there is none.</summary>
    public async Task<string?> TextAsync(Principal principal, string fileId)
    {
        if (await Files.OpenContentAsync(principal, fileId, Stop) is not { } content)
        {
            return null;
        }

        using var reader = new StreamReader(content);
        return await reader.ReadToEndAsync(Stop);
    }

    /// <summary>Waits until a file's text is this.</summary>
    public Task HasTextAsync(Principal principal, string fileId, string text) =>
        EventuallyAsync(async () => await TextAsync(principal, fileId) == text ? text : null);

    /// <summary>Waits until nothing is to be read again.</summary>
    public Task ReparsedAsync() => EventuallyAsync(async () => (await Reparser.FindWaitingAsync(Stop)).Count == 0 ? "done" : null);

    /// <summary>Asks until there is an answer.</summary>
    public static async Task<T> EventuallyAsync<T>(Func<Task<T?>> ask)
        where T : class
    {
        for (var waited = TimeSpan.Zero; waited < TimeSpan.FromSeconds(60); waited += TimeSpan.FromMilliseconds(20))
        {
            if (await ask() is { } answer)
            {
                return answer;
            }

            await Task.Delay(20, Stop);
        }

        throw new TimeoutException("It did not happen within a minute.");
    }

    /// <summary>What an account's counters say.</summary>
    public Task<(long Files, long Bytes)> CountersAsync(Principal principal) => Host.Services.GetRequiredService<PlatformDatabase>().ReadAsync(
        async context =>
        {
            var account = await context.Accounts.SingleAsync(row => row.Id == principal.AccountId, Stop);
            return (account.FileCount, account.FileBytes);
        },
        Stop);

    public async ValueTask DisposeAsync()
    {
        await Host.StopAsync(CancellationToken.None);
        Host.Dispose();
    }
}
