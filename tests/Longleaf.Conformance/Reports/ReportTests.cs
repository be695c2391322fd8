using Longleaf.Conformance.Scenarios;

namespace Longleaf.Conformance.Reports;

public sealed class ReportTests
{
    [Fact]
    public async Task The_page_is_of_these_scenarios_and_all_pass()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Longleaf.slnx")))
        {
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The tests do not run within the project.");
        }

        var passed = ScenarioCatalog.All.SelectMany(scenario => scenario.Clients, (scenario, kind) => new ScenarioOutcome(scenario, kind, null)).ToList();
        var page = await File.ReadAllTextAsync(Path.Combine(root, "docs", "conformance.md"), TestContext.Current.CancellationToken);
        Assert.True(page == ReportPage.Write(passed), "docs/conformance.md is not of these scenarios: write it anew, as it says.");
    }
}
