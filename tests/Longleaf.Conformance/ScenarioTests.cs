using Longleaf.Conformance.Clients;
using Longleaf.Conformance.Scenarios;

namespace Longleaf.Conformance;

/// <summary>Every scenario with every client that runs it.</summary>
public sealed class ScenarioTests(ServerFixture fixture)
{
    public static TheoryData<string, string, ClientKind> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, ClientKind>();
            foreach (var scenario in ScenarioCatalog.All)
            {
                foreach (var kind in scenario.Clients)
                {
                    cases.Add(scenario.Section, scenario.Name, kind);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Scenario(string section, string name, ClientKind kind) => fixture.Server.RunAsync(
        ScenarioCatalog.All.Single(scenario => scenario.Section == section && scenario.Name == name), kind);
}
