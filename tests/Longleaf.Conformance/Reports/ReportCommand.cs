using Longleaf.Conformance.Scenarios;

namespace Longleaf.Conformance.Reports;

/// <summary><c>Longleaf.Conformance --report PAGE</c>: runs every scenario with every client and writes what passed.</summary>
internal static class ReportCommand
{
    public const string Verb = "--report";

    public static async Task<int> RunAsync(string page)
    {
        var outcomes = new List<ScenarioOutcome>();
        await using (var server = await ConformanceServer.StartAsync())
        {
            foreach (var scenario in ScenarioCatalog.All)
            {
                foreach (var kind in scenario.Clients)
                {
                    outcomes.Add(new ScenarioOutcome(scenario, kind, await FailureAsync(server, scenario, kind)));
                }
            }
        }

        await File.WriteAllTextAsync(page, ReportPage.Write(outcomes));
        foreach (var outcome in outcomes.Where(outcome => outcome.Failure is not null))
        {
            Console.WriteLine($"{outcome.Scenario.Section} {outcome.Scenario.Name}, {Clients.ClientKinds.NameOf(outcome.Client)}: {outcome.Failure}");
        }

        var passed = outcomes.Count(outcome => outcome.Failure is null);
        Console.WriteLine($"{outcomes.Count} runs of {ScenarioCatalog.All.Count} scenarios, {passed} passed: {page}");
        return passed == outcomes.Count ? 0 : 1;
    }

    private static async Task<string?> FailureAsync(ConformanceServer server, Scenario scenario, Clients.ClientKind kind)
    {
        try
        {
            await server.RunAsync(scenario, kind);
            return null;
        }
        catch (Exception exception)
        {
            return exception.Message;
        }
    }
}
