using Longleaf.Conformance.Clients;
using Longleaf.Conformance.Scenarios;

namespace Longleaf.Conformance.Reports;

/// <summary>How a scenario ended with a client; <paramref name="Failure"/> is <see langword="null"/> if it passed.</summary>
internal sealed record ScenarioOutcome(Scenario Scenario, ClientKind Client, string? Failure);
