using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Longleaf.Platform.Accounts;

/// <summary>The form of a key's secret.</summary>
internal static class KeySecret
{
    private const string Start = "sk-";
    private const int RandomLength = 48;
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<char> Digits = SearchValues.Create(Base62);

    /// <summary>How much of a secret is kept in clear: 36 of its 286 bits.</summary>
    public const int PrefixLength = 9;

    // GetString draws without bias, from the system's generator.
    public static string Create() => Start + RandomNumberGenerator.GetString(Base62, RandomLength);

    public static bool IsWellFormed(string secret) =>
        secret.Length == Start.Length + RandomLength
        && secret.StartsWith(Start, StringComparison.Ordinal)
        && secret.AsSpan(Start.Length).IndexOfAnyExcept(Digits) < 0;

    /// <summary>
    /// SHA-256 and no password hash: a slow hash and a salt make up for secrets that can be guessed, and nobody guesses
    /// log2(62^48) = 286 random bits. A request pays a microsecond for it instead of a tenth of a second.
    /// </summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.ASCII.GetBytes(secret));
}
