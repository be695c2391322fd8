using Longleaf.Evaluation.Questions;
using Longleaf.Evaluation.Reports;
using Longleaf.Evaluation.Summaries;
using Longleaf.Tests;

namespace Longleaf.Evaluation.Tests.Questions;

public sealed class QuestionSuitesTests
{
    private readonly EvaluationOptions _options = new() { Data = TestData.Root, Sample = 12, Baseline = true };

    [Fact]
    public async Task Answers_are_found_in_the_pool_and_in_a_haystack_about_it()
    {
        var report = await RunAsync(new QuestionsSuite(), _options with { Sets = ["cmrc"], Tokens = [0, 300_000] });

        var (finding, answers) = (report.Tables[0], report.Tables[1]);
        Assert.Equal(2, finding.Rows.Count);
        foreach (var row in finding.Rows)
        {
            Assert.True(Value(finding, row, "paragraph @10") >= Value(finding, row, "paragraph @1"));
            Assert.True(Value(finding, row, "in 4k") >= 0.8, "CMRC's paragraphs are found by any search that works.");
            Assert.True(Value(finding, row, "plain in 4k") >= 0.8);
            Assert.True(Value(finding, row, "sentence @5") >= Value(finding, row, "sentence @1"));
        }

        Assert.All(answers.Rows, row => Assert.Equal(1, ((string[])["told right", "told wrong", "near right", "near wrong", "refused"]).Sum(column => Value(answers, row, column)), 9));
    }

    [Fact]
    public async Task Paragraphs_as_answers_are_judged_by_what_is_cited()
    {
        var report = await RunAsync(new QuestionsSuite(), _options with { Sets = ["dureader"], Sample = 30 });

        Assert.InRange(Value(report.Tables[0], report.Tables[0].Rows[0], "in 4k"), 0.8, 1);
        Assert.InRange(Value(report.Tables[1], report.Tables[1].Rows[0], "told right"), 0.02, 1);
    }

    [Fact]
    public async Task Two_paragraphs_are_looked_for_together()
    {
        var report = await RunAsync(new QuestionsSuite(), _options with { Sets = [HotpotSet.SetName] });

        var table = Assert.Single(report.Tables);
        Assert.Equal(["hotpot", "hotpot-train"], table.Rows.Select(row => row[0].Text));
        Assert.All(table.Rows, row =>
        {
            Assert.True(Value(table, row, "recall @5") >= Value(table, row, "full @5"));
            Assert.True(Value(table, row, "full @20") >= Value(table, row, "full @2"));
            Assert.InRange(Value(table, row, "recall @5"), 0.4, 1);
        });
    }

    [Fact]
    public async Task What_is_not_there_is_told_apart_from_what_is()
    {
        var report = await RunAsync(new NotFoundSuite(), _options with { Sets = ["cmrc"], Sample = 30 });

        var (table, row) = (report.Tables[0], report.Tables[0].Rows[0]);
        Assert.InRange(Value(table, row, "AUC"), 0.8, 1);
        Assert.InRange(Value(table, row, "plain AUC"), 0.8, 1);
        Assert.True(Value(table, row, "there: told") > Value(table, row, "not there: told"));
    }

    [Fact]
    public async Task Every_quote_is_verbatim()
    {
        var report = await RunAsync(new CitationsSuite(), _options with { Sets = ["nq", "drcd"] });

        Assert.All(report.Tables[0].Rows, row => Assert.Equal(1, Value(report.Tables[0], row, "verbatim")));
        Assert.All(report.Tables[0].Rows, row => Assert.True(Value(report.Tables[0], row, "quotes") > 0));
    }

    [Fact]
    public async Task Summaries_are_measured_in_both_languages()
    {
        var report = await RunAsync(new SummariesSuite(), _options with { Sample = 4 });

        Assert.Equal(["qmsum specific", "qmsum general", "vcsum"], report.Tables[0].Rows.Select(row => row[0].Text));
        Assert.All(report.Tables[0].Rows, row => Assert.InRange(Value(report.Tables[0], row, "plain ROUGE-1"), 5, 60));
    }

    [Theory]
    [InlineData("qa")]
    [InlineData("summaries")]
    [InlineData("notfound")]
    public async Task A_set_that_is_not_there_is_said(string suite)
    {
        var refusal = await Assert.ThrowsAsync<EvaluationException>(() => RunAsync(EvaluationSuite.All.Single(one => one.Name == suite), _options with { Sets = ["squad9"] }));

        Assert.Contains("squad9", refusal.Message, StringComparison.Ordinal);
    }

    private static Task<EvaluationReport> RunAsync(EvaluationSuite suite, EvaluationOptions options)
    {
        Assert.SkipWhen(TestData.Root is null, "No test data: set LONGLEAF_TESTDATA.");
        return suite.RunAsync(options, new Progress<EvaluationProgress>(), TestContext.Current.CancellationToken);
    }

    private static double Value(ReportTable table, IReadOnlyList<ReportCell> row, string column) => row[table.Columns.ToList().IndexOf(column)].Value!.Value;
}
