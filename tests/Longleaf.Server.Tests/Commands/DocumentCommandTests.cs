using System.Text.Json;
using Longleaf.Tests;

namespace Longleaf.Server.Tests.Commands;

public sealed class DocumentCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("longleaf-test-");

    [Fact]
    public async Task Parse_writes_markdown_to_standard_output_and_the_rest_to_standard_error()
    {
        var (exitCode, output, error) = await ServerProcess.RunAsync(["parse", Write("tower.md", "# Skerryvore\n\nFinished in 1844.\n")]);

        Assert.Equal(0, exitCode);
        Assert.Equal("# Skerryvore\n\nFinished in 1844.\n", output);
        Assert.Contains("tower.md: Markdown", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parse_as_json_writes_blocks_with_their_places()
    {
        var (exitCode, output, _) = await ServerProcess.RunAsync(["parse", "--json", Write("tower.md", "# Skerryvore\n\nFinished in 1844.\n")]);

        Assert.Equal(0, exitCode);
        var blocks = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        Assert.Equal(["heading", "paragraph"], blocks.Select(block => block.GetProperty("kind").GetString()));
        var location = blocks[1].GetProperty("location");
        Assert.Equal("Skerryvore", location.GetProperty("section")[0].GetString());
        Assert.Equal("# Skerryvore\n\n".Length, location.GetProperty("start").GetInt32());
        Assert.Equal("Finished in 1844.".Length, location.GetProperty("length").GetInt32());
    }

    [Fact]
    public async Task Parse_of_what_cannot_be_read_says_why()
    {
        var (exitCode, output, error) = await ServerProcess.RunAsync(["parse", Write("broken.json", "{\"a\": ")]);

        Assert.Equal(1, exitCode);
        Assert.Equal("", output.Trim());
        Assert.StartsWith("broken.json: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_answers_from_several_documents_without_a_server()
    {
        var first = Write("tower.txt", "Skerryvore was finished in 1844.\n");
        var second = Write("rock.txt", "Bell Rock was finished in 1810.\n");

        var (exitCode, output, _) = await ServerProcess.RunAsync(["ask", first, second, "When was Bell Rock finished?"]);

        Assert.Equal(0, exitCode);
        Assert.Contains("1810", output, StringComparison.Ordinal);
        Assert.Contains("rock.txt", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_without_the_question_says_how_it_is_meant()
    {
        var (exitCode, _, error) = await ServerProcess.RunAsync(["ask", "nothing.txt", "What?"]);

        Assert.Equal(2, exitCode);
        Assert.Contains("There is no file nothing.txt", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("parse")]
    [InlineData("ask", "What is it about?")]
    public async Task Control_C_ends_a_command_at_once_and_its_reader_with_it(string verb, params string[] question)
    {
        // 150 MB take far longer than the test waits.
        var path = Write("large.txt", string.Concat(Enumerable.Repeat("The keeper lit the lamp. ", 6_000_000)));
        using var command = ServerProcess.Launch([ServerProcess.Program, verb, path, .. question], ("TMPDIR", _folder.FullName));
        var error = command.StandardError.ReadToEndAsync(Cancel);
        var output = command.StandardOutput.BaseStream.CopyToAsync(Stream.Null, Cancel);
        await UntilAsync(() => ReaderFolders().Any());

        await ServerProcess.SignalAsync(command, "INT");
        await command.WaitForExitAsync(Cancel).WaitAsync(TimeSpan.FromSeconds(10), Cancel);

        Assert.Equal(130, command.ExitCode);
        Assert.DoesNotContain("   at ", await error, StringComparison.Ordinal);
        await output;

        // A reader that lived on would hold its folder.
        Assert.Empty(ReaderFolders());
    }

    [Fact]
    public async Task Parse_into_a_pipe_that_closes_ends_without_a_stack_trace()
    {
        var path = Write("large.txt", string.Concat(Enumerable.Repeat("The keeper lit the lamp.\n\n", 100_000)));
        using var command = ServerProcess.Launch([ServerProcess.Program, "parse", path]);
        Assert.Equal("The keeper lit the lamp.", await command.StandardOutput.ReadLineAsync(Cancel));
        command.StandardOutput.Close();

        var error = await command.StandardError.ReadToEndAsync(Cancel);
        await command.WaitForExitAsync(Cancel);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    // What readers see of their documents.
    private IEnumerable<string> ReaderFolders() => Directory.EnumerateFiles(_folder.FullName, "document", SearchOption.AllDirectories);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
