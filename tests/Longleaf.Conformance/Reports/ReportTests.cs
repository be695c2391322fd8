using Longleaf.Conformance.Scenarios;
using Longleaf.Tests;

namespace Longleaf.Conformance.Reports;

public sealed class ReportTests
{
    [Fact]
    public async Task The_page_is_of_these_scenarios_and_all_pass()
    {
        Assert.All(ScenarioCatalog.All, scenario => Assert.Contains(scenario.Section, ReportPage.Sections.Select(section => section.Section)));
        var passed = ScenarioCatalog.All.SelectMany(scenario => scenario.Clients, (scenario, kind) => new ScenarioOutcome(scenario, kind, null)).ToList();
        var page = await File.ReadAllTextAsync(Path.Combine(TestData.Project, "docs", "conformance.md"), TestContext.Current.CancellationToken);
        Assert.True(page == ReportPage.Write(passed), "docs/conformance.md is not of these scenarios: write it anew, as it says.");
    }
}
