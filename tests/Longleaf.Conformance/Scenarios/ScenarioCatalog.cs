namespace Longleaf.Conformance.Scenarios;

/// <summary>All scenarios, by the sections of the contract.</summary>
internal static class ScenarioCatalog
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        .. AccessScenarios.All(), .. FileScenarios.All(), .. MessageScenarios.All(), .. ParameterScenarios.All(), .. AnswerScenarios.All(),
        .. ErrorScenarios.All(), .. NativeScenarios.All(), .. ModelScenarios.All(), .. StructuredScenarios.All(),
        .. ReadingScenarios.All(), .. FramingScenarios.All(),
    ];
}
