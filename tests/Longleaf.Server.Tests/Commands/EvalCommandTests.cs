using System.Text.Json;
using Longleaf.Tests;

namespace Longleaf.Server.Tests.Commands;

public sealed class EvalCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("longleaf-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Questions_of_ones_own_are_put_to_the_documents_of_a_folder()
    {
        var documents = _folder.CreateSubdirectory("documents");
        documents.CreateSubdirectory("manuals");
        await File.WriteAllTextAsync(Path.Combine(documents.FullName, "manuals", "pump.txt"), "The pump weighs 12 kg.\n", Cancel);
        await File.WriteAllTextAsync(Path.Combine(documents.FullName, "broken.json"), "{\"a\": ", Cancel);
        var questions = Path.Combine(_folder.FullName, "questions.jsonl");
        await File.WriteAllTextAsync(
            questions,
            """
            {"question": "How heavy is the pump?", "answer": "12 kg", "documents": ["manuals/pump.txt"]}
            {"question": "How heavy is the pump?", "answer": "13 kg"}
            """,
            Cancel);
        var (json, report) = (Path.Combine(_folder.FullName, "figures.json"), Path.Combine(_folder.FullName, "report.md"));

        var (exitCode, output, error) = await ServerProcess.RunAsync(["eval", documents.FullName, questions, "--json", json, "--report", report]);

        Assert.Equal(0, exitCode);
        Assert.Contains("wrong    How heavy is the pump?  13 kg", output, StringComparison.Ordinal);
        Assert.Contains("broken.json: ", error, StringComparison.Ordinal);
        using var figures = JsonDocument.Parse(await File.ReadAllTextAsync(json, Cancel));
        Assert.Equal(0.5, figures.RootElement.GetProperty("tables")[0].GetProperty("rows")[0].GetProperty("right").GetDouble());
        Assert.Contains("| right | How heavy is the pump? |", await File.ReadAllTextAsync(report, Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5x is no length", "needles", "--tokens", "5x")]
    [InlineData("no needles in fr", "needles", "--language", "fr", "--tokens", "10k")]
    [InlineData("no folder qa", "qa", "--data", "/usr")]
    public async Task What_cannot_be_measured_is_said_in_a_sentence(string sentence, params string[] arguments)
    {
        var (exitCode, output, error) = await ServerProcess.RunAsync(["eval", .. arguments]);

        Assert.NotEqual(0, exitCode);
        Assert.Equal("", output);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
