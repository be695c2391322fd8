namespace Longleaf.Platform.Accounts;

/// <summary>Who a request acts for: what a key stands for.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="AccountName">Its name.</param>
/// <param name="KeyId">The key that was shown.</param>
public sealed record Principal(Guid AccountId, string AccountName, Guid KeyId);
