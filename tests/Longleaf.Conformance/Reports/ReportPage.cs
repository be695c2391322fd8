using System.Text;
using Longleaf.Conformance.Clients;

namespace Longleaf.Conformance.Reports;

/// <summary>The page: a summary by section, then scenarios against clients.</summary>
internal static class ReportPage
{
    /// <summary>The sections of the page; a scenario of another would not stand on it.</summary>
    public static readonly (string Section, string Title)[] Sections =
    [
        ("0.1", "Base paths"), ("0.2", "Keys"), ("0.3", "Identifiers"), ("0.4", "Response headers"),
        ("1.1", "Files: operations"), ("1.2", "Files: lists"), ("1.3", "Files: fields"), ("1.4", "Files: status"), ("1.5", "Files: limits"), ("1.6", "Files: refusals"),
        ("2.1", "Chat: messages"), ("2.2", "Chat: parameters"), ("2.3", "Chat: whole answers"), ("2.4", "Chat: streams"),
        ("3.2", "Errors: requests"), ("3.3", "Errors: files"),
        ("4.1", "DashScope: generation"), ("4.2", "DashScope: files"), ("4.3", "DashScope: tokenizer"),
        ("7", "Models and structured output"), ("reading", "Longleaf's extensions"), ("12", "What clients insist on"),
    ];

    public static string Write(IReadOnlyList<ScenarioOutcome> outcomes)
    {
        var page = new StringBuilder();
        page.Append("""
            # Conformance

            What real clients see of a real server. A scenario is written once, and every client named for it runs it: the official OpenAI
            packages for .NET and Node, and curl. The Python and Java packages are replayed: the very bytes that they send, over a socket, and the
            answer held to what they insist on. Every answer that comes off the wire is held to those rules, whatever else its scenario looks at.

            Made by `artifacts/bin/Longleaf.Conformance/release/Longleaf.Conformance --report docs/conformance.md`.


            """);
        Summary(page, outcomes);
        foreach (var (section, title) in Sections)
        {
            var rows = outcomes.Where(outcome => outcome.Scenario.Section == section).GroupBy(outcome => outcome.Scenario).ToList();
            if (rows.Count > 0)
            {
                Section(page, $"{section} {title}", rows);
            }
        }

        return page.ToString();
    }

    private static void Summary(StringBuilder page, IReadOnlyList<ScenarioOutcome> outcomes)
    {
        page.Append("| section | | scenarios | runs | passed |\n|---|---|---:|---:|---:|\n");
        foreach (var (section, title) in Sections)
        {
            var of = outcomes.Where(outcome => outcome.Scenario.Section == section).ToList();
            if (of.Count > 0)
            {
                page.Append($"| {section} | {title} | {of.Select(outcome => outcome.Scenario).Distinct().Count()} | {of.Count} | {Passed(of)} |\n");
            }
        }

        page.Append($"| | all | {outcomes.Select(outcome => outcome.Scenario).Distinct().Count()} | {outcomes.Count} | {Passed(outcomes)} |\n\n");
        page.Append("| client | runs | passed |\n|---|---:|---:|\n");
        foreach (var of in outcomes.GroupBy(outcome => outcome.Client).OrderBy(group => group.Key))
        {
            page.Append($"| {ClientKinds.NameOf(of.Key)} | {of.Count()} | {Passed(of)} |\n");
        }
    }

    private static void Section(StringBuilder page, string title, List<IGrouping<Scenarios.Scenario, ScenarioOutcome>> rows)
    {
        var clients = rows.SelectMany(row => row).Select(outcome => outcome.Client).Distinct().Order().ToList();
        page.Append($"\n## {title}\n\n| |{string.Concat(clients.Select(client => $" {ClientKinds.NameOf(client)} |"))}\n|---|{string.Concat(clients.Select(_ => ":-:|"))}\n");
        foreach (var row in rows)
        {
            page.Append($"| {row.Key.Name.Replace("|", "\\|", StringComparison.Ordinal)} |");
            foreach (var client in clients)
            {
                var outcome = row.FirstOrDefault(outcome => outcome.Client == client);
                page.Append(outcome is null ? " |" : outcome.Failure is null ? " pass |" : " **fail** |");
            }

            page.Append('\n');
        }
    }

    private static int Passed(IEnumerable<ScenarioOutcome> outcomes) => outcomes.Count(outcome => outcome.Failure is null);
}
