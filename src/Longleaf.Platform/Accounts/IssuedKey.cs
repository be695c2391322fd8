namespace Longleaf.Platform.Accounts;

/// <summary>A key just made; its secret is not kept and cannot be shown again.</summary>
/// <param name="Secret"><c>sk-</c> and 48 random base62 characters.</param>
/// <param name="Key">What is kept of it.</param>
public sealed record IssuedKey(string Secret, KeySummary Key);

/// <summary>What is kept of a key.</summary>
/// <param name="Id">Its id, by which it is revoked.</param>
/// <param name="Prefix">The first characters of the secret, to know it by: <c>sk-AbCdEf</c>.</param>
/// <param name="AccountName">The account it belongs to.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="RevokedAt">When it was revoked; <see langword="null"/> while it works.</param>
public sealed record KeySummary(Guid Id, string Prefix, string AccountName, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt);
