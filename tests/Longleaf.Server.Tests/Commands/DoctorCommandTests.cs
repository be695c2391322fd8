using System.Runtime.InteropServices;
using Longleaf.Tests;

namespace Longleaf.Server.Tests.Commands;

/// <summary><c>longleaf doctor</c> on this machine, and where programs cannot be found.</summary>
public sealed class DoctorCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("longleaf-test-");

    [Fact]
    public async Task A_machine_with_everything_is_said_to_have_it()
    {
        var (exitCode, output, error) = await ServerProcess.RunAsync(["doctor"]);

        Assert.True(exitCode == 0, output + error);
        Assert.Contains("Namespaces             works", output, StringComparison.Ordinal);
        Assert.Contains("eng+chi_sim", output, StringComparison.Ordinal);
        Assert.EndsWith("Everything is there.\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bwrap", "install bubblewrap")]
    [InlineData("prlimit", "install util-linux")]
    [InlineData("pdftotext", "install poppler-utils")]
    [InlineData("tesseract", "install tesseract-ocr")]
    public async Task What_is_missing_is_named_with_what_to_install(string program, string advice)
    {
        // A PATH of links to all programs but one.
        foreach (var path in (string[])["bwrap", "prlimit", "pdftotext", "pdftoppm", "tesseract"])
        {
            if (path != program)
            {
                File.CreateSymbolicLink(Path.Combine(_folder.FullName, path), Path.Combine("/usr/bin", path));
            }
        }

        var runtime = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var (exitCode, output, error) = await ServerProcess.RunAsync(["doctor"], ("PATH", _folder.FullName), ("DOTNET_ROOT", runtime));

        Assert.True(exitCode == 1, output + error);
        Assert.Contains("missing", output, StringComparison.Ordinal);
        Assert.Contains(advice, output, StringComparison.Ordinal);
        Assert.EndsWith("1 of these should be mended.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_count_and_wrong_ones_are_told()
    {
        var (_, output, _) = await ServerProcess.RunAsync(["doctor"], ("Isolation__OcrLanguages", "eng"));
        var (exitCode, _, error) = await ServerProcess.RunAsync(["doctor"], ("Isolation__WaitingReaders", "1"), ("Isolation__NoProgressSeconds", "0"));

        Assert.Contains("Recognition of text    eng\n", output, StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
        Assert.Contains("NoProgressSeconds", error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
