using System.Diagnostics;
using Longleaf.Documents;
using Longleaf.Server.Commands.Progress;
using Longleaf.Tests;
using Spectre.Console;

namespace Longleaf.Server.Tests.Commands;

/// <summary>Progress on standard error: bars where it is a terminal, none elsewhere.</summary>
public sealed class ProgressDisplayTests : IDisposable
{
    private const string Escape = "\e";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("longleaf-test-");

    private string Log => Path.Combine(_root.FullName, "terminal");

    private string Output => Path.Combine(_root.FullName, "out.md");

    [Fact]
    public async Task A_document_has_a_bar_while_it_is_read_and_a_line_after_that()
    {
        var document = WriteLong("long.txt");

        Assert.Equal(0, await OnTerminalAsync($"'{ServerProcess.Program}' parse '{document}' > '{Output}'"));

        var shown = await File.ReadAllTextAsync(Log, TestContext.Current.CancellationToken);
        Assert.Matches(@"long\.txt  reading, [0-9.]+ of 24\.0 MB .*━", shown);
        Assert.Contains("long.txt: PlainText", shown[shown.LastIndexOf('━')..], StringComparison.Ordinal);
        Assert.Equal(24_000_000, new FileInfo(Output).Length);
    }

    [Fact]
    public async Task A_folder_has_a_bar_of_files_below_those_of_its_documents()
    {
        WriteLong("folder/a.txt");
        WriteLong("folder/b.txt");

        Assert.Equal(0, await OnTerminalAsync($"'{ServerProcess.Program}' parse '{_root.FullName}/folder' --report '{_root.FullName}/out.tsv'"));

        var shown = await File.ReadAllTextAsync(Log, TestContext.Current.CancellationToken);
        Assert.Matches(@"a\.txt  reading, [0-9.]+ of 24\.0 MB", shown);
        Assert.Contains("of 2 files, 0 errors", shown, StringComparison.Ordinal);
        Assert.Matches(@"2 files in [0-9.]+ s: 2 processed, 0 errors", shown[shown.LastIndexOf('━')..]);
    }

    [Fact]
    public async Task Text_for_the_same_terminal_takes_the_bars_place()
    {
        var document = WriteLong("long.txt");

        Assert.Equal(0, await OnTerminalAsync($"'{ServerProcess.Program}' parse '{document}'"));

        var shown = await File.ReadAllTextAsync(Log, TestContext.Current.CancellationToken);
        var text = shown.IndexOf("The keeper lit the lamp.", StringComparison.Ordinal);
        Assert.DoesNotContain('━', shown[text..]);
    }

    [Fact]
    public async Task Without_a_terminal_there_are_no_codes()
    {
        var (exitCode, _, error) = await ServerProcess.RunAsync(["parse", WriteLong("long.txt")]);

        Assert.Equal((0, "long.txt: PlainText\n"), (exitCode, error));
    }

    [Fact]
    public async Task Another_stage_has_a_bar_of_its_own_and_a_name_cannot_steer_the_terminal()
    {
        using var written = new StringWriter();
        using var writer = TextWriter.Synchronized(written);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(writer),
        });
        var display = await ProgressDisplay.StartAsync(console);
        using var progress = new DocumentProgress($"[red]{Escape}[2J.pdf", display);

        progress.Show(new ReaderEvent.Progress("reading", 3, 4, "pages"));
        await UntilAsync(() => Written().Contains("reading, 3 of 4 pages", StringComparison.Ordinal));
        progress.Show(new ReaderEvent.Progress("ocr", 1, 0, "pages"));
        await UntilAsync(() => Written().Contains("ocr, 1 pages", StringComparison.Ordinal));
        await display.DisposeAsync();

        Assert.Contains("[red]\uFFFD[2J.pdf", Written(), StringComparison.Ordinal);
        Assert.DoesNotContain($"{Escape}[2J", Written(), StringComparison.Ordinal);

        string Written()
        {
            // The lock that the synchronised writer takes.
            lock (writer)
            {
                return written.ToString();
            }
        }
    }

    public void Dispose() => _root.Delete(recursive: true);

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private string WriteLong(string name)
    {
        var path = Path.Combine(_root.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, string.Concat(Enumerable.Repeat("The keeper lit the lamp.\n", 960_000)));
        return path;
    }

    // script(1) gives the command a terminal, and writes down what it shows.
    private async Task<int> OnTerminalAsync(string command)
    {
        var start = new ProcessStartInfo("script", ["--quiet", "--return", "--command", command, Log])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["SHELL"] = "/bin/sh";
        using var script = Process.Start(start)!;
        script.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await script.StandardOutput.ReadToEndAsync(patience.Token);
        await script.WaitForExitAsync(patience.Token);
        return script.ExitCode;
    }
}
