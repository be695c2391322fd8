using Longleaf.Conformance.Clients;

namespace Longleaf.Conformance.Scenarios;

/// <summary>What a client does and what it must see, written once for all clients that run it.</summary>
/// <param name="Section">The section of the contract it holds the server to.</param>
/// <param name="Name">A sentence.</param>
/// <param name="Clients">Who runs it.</param>
/// <param name="RunAsync">The steps, with their expectations.</param>
internal sealed record Scenario(string Section, string Name, IReadOnlyList<ClientKind> Clients, Func<ScenarioRun, Task> RunAsync);
