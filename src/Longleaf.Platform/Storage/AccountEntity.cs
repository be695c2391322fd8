namespace Longleaf.Platform.Storage;

/// <summary>An account: who owns keys and files, and how much it has.</summary>
internal sealed class AccountEntity
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    // Invariant: the number and the bytes of the account's rows in files. Changed only in the transaction that adds or deletes a row.
    public long FileCount { get; init; }

    public long FileBytes { get; init; }
}
