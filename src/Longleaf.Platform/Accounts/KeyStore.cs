using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Longleaf.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Longleaf.Platform.Accounts;

/// <summary>Keys in the database, those in use remembered for <see cref="Remembered"/>.</summary>
internal sealed partial class KeyStore(PlatformDatabase database, TimeProvider time) : IKeyStore
{
    /// <summary>How long a key that was seen is trusted: a revocation by another process takes that long to be noticed.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(2);

    // Only keys that work are remembered, so strangers cannot fill it. Found by the hash of the secret: what the timing of a
    // look-up may tell is about a hash that the sender cannot steer, not about the secret.
    private readonly ConcurrentDictionary<string, (Principal Principal, DateTimeOffset Until)> _seen = new(StringComparer.Ordinal);

    public async Task<IssuedKey> CreateAsync(string accountName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(accountName);
        if (!AccountName().IsMatch(accountName))
        {
            throw new ArgumentException("An account's name is 1 to 64 letters, digits, '-', '_' or '.'.", nameof(accountName));
        }

        var secret = KeySecret.Create();
        var now = time.GetUtcNow();
        return await database.WriteAsync(
            async context =>
            {
                var account = await context.Accounts.SingleOrDefaultAsync(row => row.Name == accountName, cancellationToken);
                if (account is null)
                {
                    account = new AccountEntity { Id = Guid.CreateVersion7(now), Name = accountName, CreatedAt = now };
                    context.Accounts.Add(account);
                }

                var key = new ApiKeyEntity
                {
                    Id = Guid.CreateVersion7(now),
                    AccountId = account.Id,
                    SecretHash = KeySecret.Hash(secret),
                    Prefix = secret[..KeySecret.PrefixLength],
                    CreatedAt = now,
                };
                context.ApiKeys.Add(key);
                await context.SaveChangesAsync(cancellationToken);
                return new IssuedKey(secret, new KeySummary(key.Id, key.Prefix, account.Name, key.CreatedAt, null));
            },
            cancellationToken);
    }

    public async ValueTask<Principal?> AuthenticateAsync(string secret, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (!KeySecret.IsWellFormed(secret))
        {
            return null;
        }

        var hash = KeySecret.Hash(secret);
        var name = Convert.ToHexString(hash);
        var now = time.GetUtcNow();
        if (_seen.TryGetValue(name, out var seen) && now < seen.Until)
        {
            return seen.Principal;
        }

        var principal = await database.ReadAsync(
            context => context.ApiKeys
                .Where(key => key.SecretHash == hash && key.RevokedAt == null)
                .Select(key => new Principal(key.AccountId, key.Account!.Name, key.Id))
                .SingleOrDefaultAsync(cancellationToken),
            cancellationToken);
        if (principal is null)
        {
            _seen.TryRemove(name, out _);
            return null;
        }

        _seen[name] = (principal, now + Remembered);
        return principal;
    }

    public Task<IReadOnlyList<KeySummary>> ListAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<KeySummary>>(
        async context => await context.ApiKeys
            .OrderByDescending(key => key.CreatedAt).ThenByDescending(key => key.Id)
            .Select(key => new KeySummary(key.Id, key.Prefix, key.Account!.Name, key.CreatedAt, key.RevokedAt))
            .ToListAsync(cancellationToken),
        cancellationToken);

    public async Task<bool> RevokeAsync(string idOrPrefix, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(idOrPrefix);
        var now = time.GetUtcNow();
        var revoked = await database.WriteAsync(
            async context =>
            {
                var working = context.ApiKeys.Where(key => key.RevokedAt == null);
                if (Guid.TryParse(idOrPrefix, out var id))
                {
                    working = working.Where(key => key.Id == id);
                }
                else if (KeySecret.IsWellFormed(idOrPrefix))
                {
                    // Whoever has to revoke a key that leaked has the secret at hand.
                    var hash = KeySecret.Hash(idOrPrefix);
                    working = working.Where(key => key.SecretHash == hash);
                }
                else
                {
                    working = working.Where(key => key.Prefix == idOrPrefix);
                }

                var found = await working.Select(key => key.Id).Take(2).ToListAsync(cancellationToken);
                if (found.Count != 1)
                {
                    return false;
                }

                await context.ApiKeys.Where(key => key.Id == found[0])
                    .ExecuteUpdateAsync(key => key.SetProperty(row => row.RevokedAt, now), cancellationToken);
                return true;
            },
            cancellationToken);
        if (revoked)
        {
            _seen.Clear();
        }

        return revoked;
    }

    public Task<bool> IsEmptyAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(async context => !await context.ApiKeys.AnyAsync(cancellationToken), cancellationToken);

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,64}\z")]
    private static partial Regex AccountName();
}
