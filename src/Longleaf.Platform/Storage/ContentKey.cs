namespace Longleaf.Platform.Storage;

/// <summary>The bytes that an account uploaded, once however often.</summary>
/// <remarks>Accounts share nothing: that bytes are known already would tell a stranger that somebody has them.</remarks>
/// <param name="AccountId">The account.</param>
/// <param name="Hash">Their SHA-256 in lower-case hexadecimal digits.</param>
internal readonly record struct ContentKey(Guid AccountId, string Hash);
