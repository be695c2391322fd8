using Longleaf.Evaluation.Needles;
using Longleaf.Evaluation.Reports;
using Longleaf.Tests;

namespace Longleaf.Evaluation.Tests.Needles;

public sealed class NeedlesSuiteTests
{
    private const long Length = 60_000;

    private readonly EvaluationOptions _options = new() { Data = TestData.Root, Tokens = [Length], Languages = ["en"], Sample = 4, Baseline = true };

    [Fact]
    public async Task It_measures_every_task_and_the_same_again_with_the_same_seed()
    {
        Assert.SkipWhen(TestData.Root is null, "No test data: set LONGLEAF_TESTDATA.");

        var first = await RunAsync(_options);
        var second = await RunAsync(_options);

        var table = first.Tables[0];
        Assert.Equal([.. Enum.GetNames<NeedleTask>(), "all"], table.Rows.Select(row => row[0].Text));
        Assert.All(table.Rows.SkipLast(1), row => Assert.Equal(4, row[table.Columns.ToList().IndexOf("questions")].Value));
        Assert.Equal(1, table.Rows[(int)NeedleTask.KeyValue][table.Columns.ToList().IndexOf("plain @1")].Value);
        Assert.Equal(Figures(first), Figures(second));
        Assert.Equal(first.Missed, second.Missed);
    }

    [Fact]
    public async Task The_haystack_is_as_long_as_asked_for()
    {
        Assert.SkipWhen(TestData.Root is null, "No test data: set LONGLEAF_TESTDATA.");

        var report = await RunAsync(_options with { Sample = 2, Baseline = false });

        var counted = report.Settings.Single(setting => setting.Name == "tokens counted").Value;
        Assert.InRange(long.Parse(counted.Split("= ")[1].Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture), Length * 0.97, Length * 1.03);
    }

    [Fact]
    public async Task More_needles_than_hay_are_refused()
    {
        Assert.SkipWhen(TestData.Root is null, "No test data: set LONGLEAF_TESTDATA.");

        await Assert.ThrowsAsync<EvaluationException>(() => RunAsync(_options with { Tokens = [5_000], Sample = 20 }));
    }

    [Fact]
    public async Task It_stops_when_it_is_cancelled()
    {
        Assert.SkipWhen(TestData.Root is null, "No test data: set LONGLEAF_TESTDATA.");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new NeedlesSuite().RunAsync(_options, new Progress<EvaluationProgress>(), cancelled.Token));
    }

    private static Task<EvaluationReport> RunAsync(EvaluationOptions options) =>
        new NeedlesSuite().RunAsync(options, new Progress<EvaluationProgress>(), TestContext.Current.CancellationToken);

    // All but how long it took.
    private static IEnumerable<string> Figures(EvaluationReport report) =>
        report.Tables[0].Rows.Select(row => string.Join(' ', row.Where((_, column) => report.Tables[0].Columns[column] != "p50 ms").Select(cell => cell.Text)));
}
