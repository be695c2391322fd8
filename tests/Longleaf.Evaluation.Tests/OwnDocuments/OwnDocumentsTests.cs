using Longleaf.Evaluation.Data;
using Longleaf.Evaluation.OwnDocuments;
using Longleaf.Evaluation.Reports;
using Longleaf.Reading;

namespace Longleaf.Evaluation.Tests.OwnDocuments;

public sealed class OwnDocumentsTests : IDisposable
{
    private static readonly ReadableDocument[] Documents =
    [
        TextDocuments.Parse("pump.txt", "The pump weighs 12 kg.\n\nThe warranty lasts two years.\n"),
        TextDocuments.Parse("合同.txt", "违约金为合同总额的百分之五。\n"),
    ];

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Answers_are_compared_with_those_expected()
    {
        var report = await RunAsync(
            """
            {"question": "How heavy is the pump?", "answer": "12 kg"}
            {"question": "How heavy is the pump?", "answer": "2 kg"}
            {"question": "How long is the warranty?", "answer": ["2 years", "two years"]}

            {"question": "违约金是多少？", "answer": "百分之五", "documents": ["合同.txt"]}
            {"question": "How heavy is the pump?", "answer": "12 kg", "documents": ["合同.txt"]}
            {"question": "What is the capital of France?", "answer": null}
            {"question": "How heavy is the pump?", "answer": []}
            """);

        Assert.Equal(["right", "wrong", "right", "right", "refused", "right", "wrong"], report.Tables[1].Rows.Select(row => row[0].Text));
        Assert.Equal(4.0 / 7, report.Tables[0].Rows[0][1].Value!.Value, 9);
        Assert.Equal(3, report.Missed.Count);

        // The peer tells a sentence whatever is asked: it has those that are there, and no other.
        Assert.Equal(3.0 / 7, report.Tables[0].Rows[0][^1].Value!.Value, 9);
    }

    [Theory]
    [InlineData("", "has no questions")]
    [InlineData("{\"question\": \"What?\"}", "line 1")]
    [InlineData("{\"question\": \"What?\", \"answer\": null}\n{\"question\": 5, \"answer\": null}", "line 2")]
    [InlineData("{\"question\": \"What?\", \"answer\": [1]}", "line 1")]
    [InlineData("not json", "line 1")]
    [InlineData("{\"question\": \"What?\", \"answer\": \"x\", \"documents\": [\"absent.pdf\"]}", "absent.pdf")]
    public async Task A_file_that_cannot_be_used_is_refused_with_the_place(string lines, string problem)
    {
        var refusal = await Assert.ThrowsAsync<EvaluationException>(() => RunAsync(lines));

        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
    }

    private async Task<EvaluationReport> RunAsync(string lines)
    {
        await File.WriteAllTextAsync(_file, lines, TestContext.Current.CancellationToken);
        return await OwnDocumentsEvaluation.RunAsync(Documents, _file, baseline: true, new Progress<EvaluationProgress>(), TestContext.Current.CancellationToken);
    }
}
