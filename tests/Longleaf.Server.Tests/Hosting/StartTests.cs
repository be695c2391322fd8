using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Longleaf.Tests;

namespace Longleaf.Server.Tests.Hosting;

[SupportedOSPlatform("linux")]
public sealed partial class StartTests
{
    [Fact]
    public async Task A_first_start_prints_address_and_key_and_a_second_where_the_key_is()
    {
        var data = Directory.CreateTempSubdirectory("longleaf-test-").FullName;
        try
        {
            var keyFile = Path.Combine(data, "first-api-key");
            await using (var first = await ServerProcess.StartAsync(data))
            {
                Assert.Matches(@"^Longleaf is ready at http://127\.0\.0\.1:\d+$", first.FirstLines[0]);
                Assert.Matches(FirstKeyLine(), first.FirstLines[1]);
                Assert.Equal($"API key: {first.ApiKey} (also in {keyFile}; shown once)", first.FirstLines[1]);
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(keyFile));
                Assert.Equal(0, await first.TerminateAsync());
            }

            await using var second = await ServerProcess.StartAsync(data);
            Assert.Equal($"API key: in {keyFile}", second.FirstLines[1]);
            Assert.Equal(HttpStatusCode.OK, (await second.Http.GetAsync("v1/models")).StatusCode);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task Health_needs_no_key()
    {
        await using var server = await ServerProcess.StartAsync();
        using var stranger = server.ClientFor(null);

        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("healthz/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("healthz/ready")).StatusCode);
    }

    [Fact]
    public async Task A_second_server_on_one_folder_is_refused_with_a_sentence()
    {
        await using var first = await ServerProcess.StartAsync();

        var (exitCode, output, error) = await ServerProcess.RunAsync(["serve", "--data", first.DataDirectory, "--urls", "http://127.0.0.1:0"]);

        Assert.NotEqual(0, exitCode);
        Assert.Equal("", output);
        Assert.Contains($"Another Longleaf server is using {first.DataDirectory}", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_setting_stops_the_start_with_a_sentence()
    {
        var data = Directory.CreateTempSubdirectory("longleaf-test-");
        try
        {
            var (exitCode, _, error) = await ServerProcess.RunAsync(
                ["serve", "--data", data.FullName, "--urls", "http://127.0.0.1:0"], ("Platform__ParseConcurrency", "0"));

            Assert.NotEqual(0, exitCode);
            Assert.Contains("ParseConcurrency must be between 1 and 256", error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(null, "address already in use; stop what listens there, or choose another address with --urls.")]
    [InlineData("http://192.0.2.1:80", "http://192.0.2.1:80 cannot be listened on")]
    public async Task An_address_that_cannot_be_had_stops_the_start_with_a_sentence(string? url, string sentence)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var data = Directory.CreateTempSubdirectory("longleaf-test-");
        try
        {
            var (exitCode, output, error) = await ServerProcess.RunAsync(
                ["serve", "--data", data.FullName, "--urls", url ?? $"http://{taken.LocalEndpoint}"]);

            Assert.Equal(1, exitCode);
            Assert.Equal("", output);
            Assert.Contains(sentence, error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", error, StringComparison.Ordinal);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_refused_with_a_sentence()
    {
        var file = Path.GetTempFileName();
        try
        {
            var (exitCode, _, error) = await ServerProcess.RunAsync(["serve", "--data", file, "--urls", "http://127.0.0.1:0"]);
            Assert.Equal(1, exitCode);
            Assert.Equal($"{file} is a file, not a folder: choose another --data.", error.Trim());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Without_the_tools_of_a_cage_it_warns_in_one_line_and_reads_in_a_process_of_its_own_all_the_same()
    {
        await using var server = await ServerProcess.StartAsync(settings: ("PATH", "/nonexistent"));
        var warning = Assert.Single(server.Log.Split('\n'), line => line.Contains(" warn: ", StringComparison.Ordinal));
        Assert.Contains("install util-linux", warning, StringComparison.Ordinal);
        Assert.Contains("install bubblewrap", warning, StringComparison.Ordinal);
        Assert.Contains(Readers(server), line => line.StartsWith('/') && line.Contains("longleaf-reader", StringComparison.Ordinal));

        var read = await server.Http.UploadAndWaitAsync("tower.txt", "Skerryvore was finished in 1844."u8.ToArray());
        Assert.Equal("processed", read.GetProperty("status").GetString());

        // The process's own limits hold: a document that nests without end costs itself an error.
        var deep = await server.Http.UploadAndWaitAsync("deep.json", [.. Enumerable.Repeat((byte)'[', 1_000_000)]);
        Assert.Equal("error", deep.GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.OK, (await server.Http.GetAsync("healthz/ready")).StatusCode);
    }

    [Fact]
    public async Task Ten_servers_run_side_by_side()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ServerProcess.StartAsync()));
        try
        {
            foreach (var server in servers)
            {
                Assert.Equal(HttpStatusCode.OK, (await server.Http.GetAsync("v1/models")).StatusCode);
            }
        }
        finally
        {
            foreach (var server in servers)
            {
                await server.DisposeAsync();
            }
        }
    }

    // Command lines of the server's children.
    private static IEnumerable<string> Readers(ServerProcess server) =>
        Directory.EnumerateDirectories($"/proc/{server.ProcessId}/task")
            .SelectMany(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(child => File.ReadAllText($"/proc/{child}/cmdline").Replace('\0', ' '));

    [GeneratedRegex("^API key: sk-[0-9A-Za-z]{48} ")]
    private static partial Regex FirstKeyLine();
}
