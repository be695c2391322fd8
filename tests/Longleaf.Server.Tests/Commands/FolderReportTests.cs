using System.Diagnostics;
using System.Globalization;
using Longleaf.Tests;

namespace Longleaf.Server.Tests.Commands;

/// <summary><c>longleaf parse DIR --report</c>, as a process of its own.</summary>
public sealed class FolderReportTests : IDisposable
{
    private static readonly string[] Columns = ["path", "state", "reason", "pages", "characters", "tokens", "seconds", "peak_mb", "warnings"];

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("longleaf-test-");
    private readonly DirectoryInfo _folder;
    private readonly string _report;

    public FolderReportTests()
    {
        _folder = _root.CreateSubdirectory("documents");
        _report = Path.Combine(_root.FullName, "out.tsv");
    }

    [Fact]
    public async Task Every_file_gets_a_row_in_the_order_of_the_paths()
    {
        Write("b/tower.md", "# Skerryvore\n\nFinished in 1844.\n");
        Write("a.json", "{\"a\": ");
        Write("b.txt", "The keeper lit the lamp.\n");
        Write("z.gif", "GIF89a\u0001");
        Write(".hidden.txt", "Seen all the same.\n");
        Write("empty.txt", "");

        var (exitCode, output, error) = await ServerProcess.RunAsync(["parse", _folder.FullName, "--report", _report]);

        Assert.True(exitCode == 0, error);
        Assert.Equal("", output);
        Assert.Contains("6 of 6 files", error, StringComparison.Ordinal);
        Assert.Contains("3 processed, 3 errors", error, StringComparison.Ordinal);
        var rows = Rows();
        Assert.Equal([".hidden.txt", "a.json", "b.txt", "b/tower.md", "empty.txt", "z.gif"], rows.Select(row => row["path"]));
        Assert.Equal(["processed", "error", "processed", "processed", "error", "error"], rows.Select(row => row["state"]));
        Assert.All(rows, row => Assert.Equal(row["state"] == "error", row["reason"].EndsWith('.')));
        var tower = rows.Single(row => row["path"] == "b/tower.md");
        Assert.Equal("# Skerryvore\n\nFinished in 1844.".Length, Number(tower["characters"]));
        Assert.InRange(Number(tower["tokens"]), 10, 25);
        Assert.InRange(Number(tower["seconds"]), 0.001, 60);
    }

    [Fact]
    public async Task Real_documents_are_measured()
    {
        foreach (var name in (string[])["txt", "docx", "pdf", "epub"])
        {
            var small = Directory.EnumerateFiles(TestData.Path("corpus", name), "*." + name, SearchOption.AllDirectories)
                .Where(file => new FileInfo(file).Length is > 20_000 and < 200_000)
                .Order(StringComparer.Ordinal)
                .Take(3);
            foreach (var file in small)
            {
                File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)), overwrite: true);
            }
        }

        var (exitCode, _, error) = await ServerProcess.RunAsync(["parse", _folder.FullName, "--report", _report]);

        Assert.True(exitCode == 0, error);
        var rows = Rows();
        Assert.Equal(_folder.GetFiles().Length, rows.Count);
        Assert.Contains(rows, row => row["state"] == "processed" && row["path"].EndsWith(".pdf", StringComparison.Ordinal) && Number(row["pages"]) >= 1);
        // A reader takes some tens of megabytes to start; of the cage around it alone it would be two.
        Assert.All(rows, row => Assert.InRange(Number(row["peak_mb"]), 20, 1000));
        Assert.All(rows.Where(row => row["state"] == "processed"), row => Assert.InRange(Number(row["tokens"]), 1, Number(row["characters"])));
    }

    [Fact]
    public async Task Names_with_tabs_and_line_breaks_stay_on_their_line()
    {
        Write("a\tb\nc\\d\r\u2028.txt", "The keeper lit the lamp.\n");

        var (exitCode, _, error) = await ServerProcess.RunAsync(["parse", _folder.FullName, "--report", _report]);

        Assert.True(exitCode == 0, error);
        Assert.Equal(@"a\tb\nc\\d\r\u2028.txt", Assert.Single(Rows())["path"]);
    }

    [Fact]
    public async Task Links_and_pipes_do_not_hold_it_up()
    {
        Write("inner/a.txt", "The keeper lit the lamp.\n");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "circle"), _folder.FullName);
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "file.txt"), "inner/a.txt");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "nowhere.txt"), "gone.txt");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "self.txt"), "self.txt");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "zero.txt"), "/dev/zero");
        using var mkfifo = Process.Start(new ProcessStartInfo("mkfifo", [Path.Combine(_folder.FullName, "pipe.txt")]))!;
        await mkfifo.WaitForExitAsync(Cancel);

        var (exitCode, _, error) = await ServerProcess.RunAsync(["parse", _folder.FullName, "--report", _report]);

        Assert.True(exitCode == 0, error);
        Assert.Equal(
            ["circle error", "file.txt processed", "inner/a.txt processed", "nowhere.txt error", "pipe.txt error", "self.txt error", "zero.txt error"],
            Rows().Select(row => $"{row["path"]} {row["state"]}"));
    }

    [Fact]
    public async Task A_file_that_opens_and_cannot_be_read_costs_its_row_only()
    {
        Write("a.txt", "The keeper lit the lamp.\n");
        // Opens for whoever asks for his own, and fails on the first byte, as a file on a failing disk does.
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "b.txt"), "/proc/self/mem");
        Write("c.txt", "The keeper lit the lamp.\n");

        var (exitCode, _, error) = await ServerProcess.RunAsync(["parse", _folder.FullName, "--report", _report]);

        Assert.True(exitCode == 0, error);
        Assert.Equal(["a.txt processed", "b.txt error", "c.txt processed"], Rows().Select(row => $"{row["path"]} {row["state"]}"));
        Assert.Equal("This file cannot be read: it has gone, or its disk cannot be read.", Rows()[1]["reason"]);
    }

    [Fact]
    public async Task A_name_that_is_no_UTF_8_and_a_file_that_nobody_may_read_get_their_rows()
    {
        Write("b.txt", "The keeper lit the lamp.\n");
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", "printf x > \"$0/$(printf 'a\\xff.txt')\"; chmod 000 \"$0/b.txt\"", _folder.FullName]))!;
        await bash.WaitForExitAsync(Cancel);

        var (exitCode, _, error) = await ServerProcess.RunAsync(["parse", _folder.FullName, "--report", _report]);

        // .NET cannot remove what it cannot name.
        using var remove = Process.Start(new ProcessStartInfo("rm", ["-r", _folder.FullName]))!;
        await remove.WaitForExitAsync(Cancel);
        Assert.True(exitCode == 0, error);
        Assert.Equal(
            ["This file cannot be found by its name: it has gone, or the name is not UTF-8.", Environment.IsPrivilegedProcess ? "" : "This file cannot be opened: its owner does not permit it."],
            Rows().Select(row => row["reason"]));
    }

    [Fact]
    public async Task Files_of_formats_that_are_not_supported_get_their_rows()
    {
        Write("a.zip", "PK\u0003\u0004");
        Write("b.exe", "MZ\0");
        Write("c", "The keeper lit the lamp.\n");
        _folder.CreateSubdirectory("empty");

        var (exitCode, _, error) = await ServerProcess.RunAsync(["parse", _folder.FullName, "--report", _report]);

        Assert.True(exitCode == 0, error);
        Assert.Equal(["a.zip error", "b.exe error", "c processed"], Rows().Select(row => $"{row["path"]} {row["state"]}"));
        Assert.All(Rows().Take(2), row => Assert.Equal(("", "0", "0"), (row["pages"], row["characters"], row["tokens"])));
    }

    [Fact]
    public async Task An_empty_folder_has_a_report_without_rows()
    {
        var (exitCode, _, error) = await ServerProcess.RunAsync(["parse", _folder.FullName, "--report", _report]);

        Assert.True(exitCode == 0, error);
        Assert.Empty(Rows());
        Assert.StartsWith("0 files in ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_within_the_folder_does_not_report_itself()
    {
        Write("a.txt", "The keeper lit the lamp.\n");
        var within = Path.Combine(_folder.FullName, "out.tsv");
        await ServerProcess.RunAsync(["parse", _folder.FullName, "--report", within]);

        var (exitCode, _, error) = await ServerProcess.RunAsync(["parse", _folder.FullName, "--report", within]);

        Assert.True(exitCode == 0, error);
        Assert.Equal(2, File.ReadAllLines(within).Length);
    }

    [Fact]
    public async Task Control_C_leaves_the_rows_of_the_files_that_ended()
    {
        Write("a.txt", "The keeper lit the lamp.\n");
        // 150 MB take far longer than the test waits.
        Write("b.txt", string.Concat(Enumerable.Repeat("The keeper lit the lamp. ", 6_000_000)));
        Write("c.txt", "The keeper lit the lamp.\n");
        using var command = ServerProcess.Launch([ServerProcess.Program, "parse", _folder.FullName, "--report", _report], ("TMPDIR", _root.FullName));
        var error = command.StandardError.ReadToEndAsync(Cancel);
        await UntilAsync(() => File.Exists(_report) && File.ReadAllLines(_report).Length > 1);
        await Task.Delay(TimeSpan.FromSeconds(1), Cancel);

        await ServerProcess.SignalAsync(command, "INT");
        await command.WaitForExitAsync(Cancel).WaitAsync(TimeSpan.FromSeconds(10), Cancel);

        Assert.Equal(130, command.ExitCode);
        Assert.DoesNotContain("   at ", await error, StringComparison.Ordinal);
        var rows = Rows();
        Assert.Equal("a.txt", rows[0]["path"]);
        Assert.DoesNotContain(rows, row => row["path"] == "b.txt");
        Assert.All(rows, row => Assert.Equal("processed", row["state"]));
    }

    [Fact]
    public async Task A_folder_needs_a_report()
    {
        var (exitCode, _, error) = await ServerProcess.RunAsync(["parse", _folder.FullName]);

        Assert.Equal(1, exitCode);
        Assert.Contains("--report", error, StringComparison.Ordinal);
    }

    public void Dispose() => _root.Delete(recursive: true);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private List<Dictionary<string, string>> Rows()
    {
        var lines = File.ReadAllText(_report).Split('\n');
        Assert.Equal(string.Join('\t', Columns), lines[0]);
        Assert.Equal("", lines[^1]);
        return [.. lines[1..^1].Select(line => line.Split('\t')).Select(cells =>
        {
            Assert.Equal(Columns.Length, cells.Length);
            return Columns.Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second);
        })];
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
