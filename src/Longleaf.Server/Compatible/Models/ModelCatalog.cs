namespace Longleaf.Server.Compatible.Models;

/// <summary>An id that may be asked for.</summary>
/// <param name="Id">The id, echoed in answers.</param>
/// <param name="Created">When the original was published.</param>
internal sealed record ServedModel(string Id, DateTimeOffset Created);

/// <summary>The models served (contract, models and aliases); every one is answered by the embedded reader.</summary>
internal sealed class ModelCatalog
{
    private static readonly DateTimeOffset Stable = new(2024, 5, 11, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Snapshot = new(2025, 1, 25, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Newest first (contract 7).</summary>
    public IReadOnlyList<ServedModel> Models { get; } =
    [
        new("qwen-long-latest", Snapshot),
        new("qwen-long-2025-01-25", Snapshot),
        new("qwen-long-0125", Snapshot),
        new("qwen-long", Stable),
    ];

    public ServedModel? Find(string id) => Models.FirstOrDefault(model => string.Equals(model.Id, id, StringComparison.Ordinal));
}
