namespace Longleaf.Platform.Accounts;

/// <summary>Accounts' API keys: stored hashed, shown once.</summary>
public interface IKeyStore
{
    /// <summary>Makes a key for an account, and the account too if there is none of that name.</summary>
    /// <param name="accountName">1 to 64 letters, digits, <c>-</c>, <c>_</c> or <c>.</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">The name is not of that form.</exception>
    Task<IssuedKey> CreateAsync(string accountName, CancellationToken cancellationToken);

    /// <summary>Who a secret stands for; <see langword="null"/> if it is unknown or revoked.</summary>
    /// <remarks>Revocation takes effect within seconds everywhere, revoked by a command line too.</remarks>
    ValueTask<Principal?> AuthenticateAsync(string secret, CancellationToken cancellationToken);

    /// <summary>All keys, newest first.</summary>
    Task<IReadOnlyList<KeySummary>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Revokes the key with that id or with that prefix.</summary>
    /// <returns><see langword="false"/> if there is none, or more than one.</returns>
    Task<bool> RevokeAsync(string idOrPrefix, CancellationToken cancellationToken);

    /// <summary>Whether no key was ever made: this is a first start.</summary>
    Task<bool> IsEmptyAsync(CancellationToken cancellationToken);
}
