using System.Diagnostics;

namespace Longleaf.Documents.Tests.Isolation;

public sealed class KilledServerTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    [Fact]
    public async Task Readers_die_with_a_server_that_is_killed_and_the_next_one_removes_their_folders()
    {
        var token = TestContext.Current.CancellationToken;
        Directory.CreateDirectory(fixture.ScratchDirectory);
        using var server = Process.Start(new ProcessStartInfo(
            ReaderFixture.FaultyReaderPath, ["serve", ReaderFixture.FaultyReaderPath, fixture.ScratchDirectory])
        { RedirectStandardOutput = true })!;
        Assert.Equal("ready", await server.StandardOutput.ReadLineAsync(token));
        await UntilAsync(() => Readers().Count > 1);

        server.Kill();
        await server.WaitForExitAsync(token);
        await UntilAsync(() => Readers().Count == 0);

        var left = Directory.GetDirectories(fixture.ScratchDirectory);
        Assert.NotEmpty(left);
        await using var next = fixture.CreateFaulty();
        await next.StartAsync(token);
        Assert.DoesNotContain(Directory.GetDirectories(fixture.ScratchDirectory), left.Contains);
    }

    // Their command lines name the folder that they see.
    private List<string> Readers() => [.. Directory.EnumerateDirectories("/proc")
        .Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]) && CommandLine(folder) is var line
            && line.Contains(fixture.ScratchDirectory, StringComparison.Ordinal) && !line.Contains("\0serve\0", StringComparison.Ordinal))];

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return "";
        }
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
