namespace Longleaf.Platform.Storage;

/// <summary>A key, without its secret.</summary>
internal sealed class ApiKeyEntity
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public AccountEntity? Account { get; init; }

    /// <summary>SHA-256 of the secret.</summary>
    public required byte[] SecretHash { get; init; }

    /// <summary>The secret's first characters.</summary>
    public required string Prefix { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}
