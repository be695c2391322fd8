using System.Globalization;
using Longleaf.Platform;
using Longleaf.Platform.Files;
using Longleaf.Server.Commands.Progress;
using Longleaf.Server.Hosting;

namespace Longleaf.Server.Commands;

/// <summary>
/// Has documents read again: (1) asks for them in the database, (2) does the work if no server has the data folder, (3) waits
/// until nothing is left to read, (4) says what became of each.
/// </summary>
internal sealed class ReparseRun(IDocumentReparser reparser)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    // How long a server may take over one document before the command makes sure that it is still there.
    private static readonly TimeSpan Stalled = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(ReparseWanted wanted, string? data, CancellationToken cancellationToken)
    {
        using var desk = Build(data, builder =>
        {
            builder.Services.AddReparser();
            builder.Services.AddOptions<PlatformOptions>().BindConfiguration("Platform");
        });
        var run = new ReparseRun(desk.Services.GetRequiredService<IDocumentReparser>());

        // :: 1
        if (await run.AskAsync(wanted, cancellationToken) is not { } ids)
        {
            return 2;
        }

        // :: 2
        using var worker = ids.Count > 0 ? await TryStartWorkerAsync(data, cancellationToken) : null;
        try
        {
            // :: 3
            if (!await run.WaitAsync(ids, isServed: worker is null, cancellationToken))
            {
                return 1;
            }
        }
        finally
        {
            await (worker?.StopAsync(CancellationToken.None) ?? Task.CompletedTask);
        }

        // :: 4
        return await run.TellAsync(ids, namedOnes: wanted.Ids.Count > 0, cancellationToken);
    }

    private static IHost Build(string? data, Action<HostApplicationBuilder> add)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.AddSettings(new ServeSettings(data, null));
        builder.AddLogging();

        // What becomes of the documents the command says itself.
        builder.Logging.AddFilter(null, LogLevel.Error);
        builder.Services.Configure<ConsoleLifetimeOptions>(lifetime => lifetime.SuppressStatusMessages = true);
        builder.AddDocuments();
        add(builder);
        return builder.Build();
    }

    // A server without its HTTP side. Null if one has the folder, which then does the work.
    private static async Task<IHost?> TryStartWorkerAsync(string? data, CancellationToken cancellationToken)
    {
        var worker = Build(data, builder =>
        {
            builder.AddPlatform();

            // The place that reading again leaves free is for uploads, of which there are none here.
            builder.Services.PostConfigure<PlatformOptions>(options => options.ParseConcurrency = Math.Min(options.ParseConcurrency + 1, 256));
        });
        try
        {
            await worker.StartAsync(cancellationToken);
            return worker;
        }
        catch (DataFolderInUseException)
        {
            worker.Dispose();
            return null;
        }
        catch
        {
            worker.Dispose();
            throw;
        }
    }

    private async Task<IReadOnlyList<string>?> AskAsync(ReparseWanted wanted, CancellationToken cancellationToken)
    {
        if (wanted.Ids.Count == 0)
        {
            return await reparser.AskAllAsync(wanted.OutdatedOnly, cancellationToken);
        }

        var unknown = await reparser.AskAsync(wanted.Ids, cancellationToken);
        foreach (var id in unknown)
        {
            await Console.Error.WriteLineAsync($"There is no document {TerminalText.Of(id)}. Nothing is read again.");
        }

        return unknown.Count > 0 ? null : wanted.Ids;
    }

    // False if the server that does the work went away.
    private async Task<bool> WaitAsync(IReadOnlyList<string> ids, bool isServed, CancellationToken cancellationToken)
    {
        await using var display = ids.Count > 0 ? await ProgressDisplay.TryStartAsync() : null;
        var bar = display?.Add($"{ids.Count} documents");
        var (changed, last) = (TimeProvider.System.GetTimestamp(), -1);
        while (true)
        {
            var waiting = await reparser.FindWaitingAsync(cancellationToken);
            var left = ids.Count(waiting.Contains);
            if (bar is not null)
            {
                (bar.MaxValue, bar.Value, bar.Description) = (ids.Count, ids.Count - left, $"{ids.Count - left} of {ids.Count} documents");
            }

            if (left == 0)
            {
                return true;
            }

            if (left != last)
            {
                (changed, last) = (TimeProvider.System.GetTimestamp(), left);
            }
            else if (isServed && TimeProvider.System.GetElapsedTime(changed) > Stalled)
            {
                if (!reparser.IsServed)
                {
                    await Console.Error.WriteLineAsync($"The server has stopped; {left} documents are left, and are read again when it next starts.");
                    return false;
                }

                changed = TimeProvider.System.GetTimestamp();
            }

            await Task.Delay(Interval, cancellationToken);
        }
    }

    private async Task<int> TellAsync(IReadOnlyList<string> ids, bool namedOnes, CancellationToken cancellationToken)
    {
        var failed = 0;
        foreach (var id in ids)
        {
            var file = await reparser.FindAsync(id, cancellationToken);
            if (file is not { Failure: null, ReparseFailure: null })
            {
                failed++;
                await Console.Error.WriteLineAsync(WhyNot(id, file));
            }
            else if (namedOnes)
            {
                await Console.Out.WriteLineAsync(Said(file));
            }
        }

        if (!namedOnes)
        {
            await Console.Out.WriteLineAsync($"{ids.Count - failed} documents read again, {failed} could not be.");
        }

        return failed > 0 ? 1 : 0;
    }

    private static string Said(StoredFile file)
    {
        var pages = file.Pages is { } count ? string.Create(CultureInfo.InvariantCulture, $"{count} pages, ") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{file.Id} {TerminalText.Of(file.FileName)}: {pages}{file.Tokens} tokens");
    }

    private static string WhyNot(string id, StoredFile? file) =>
        file is null ? $"{id}: It has been deleted meanwhile."
        : file.ReparseFailure is { } failure ? $"{id} {TerminalText.Of(file.FileName)}: {failure.Reason} What was read before is kept."
        : $"{id} {TerminalText.Of(file.FileName)}: {file.Failure!.Reason}";
}
