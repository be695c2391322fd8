using System.Security.Cryptography;

namespace Longleaf.Documents.Formats.Encrypted;

/// <summary>How the package in an encrypted Office document is decrypted ([MS-OFFCRYPTO] 2.3.4): piece by piece, from any place.</summary>
internal abstract class PackageCipher : IDisposable
{
    /// <summary>How many bytes are decrypted at a time.</summary>
    public const int SegmentBytes = 4096;

    /// <summary>Decrypts a segment in place.</summary>
    /// <param name="index">Its number.</param>
    /// <param name="bytes">Its bytes, a multiple of the block of the cipher.</param>
    public abstract void Decrypt(int index, Span<byte> bytes);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    /// <summary>A password's hash, hashed again and again with its count ([MS-OFFCRYPTO] 2.3.4.7 and 2.3.4.11).</summary>
    protected static byte[] Spin(HashAlgorithmName algorithm, ReadOnlySpan<byte> salt, string password, int count)
    {
        var hash = CryptographicOperations.HashData(algorithm, [.. salt, .. System.Text.Encoding.Unicode.GetBytes(password)]);
        var round = new byte[4 + hash.Length];
        for (var index = 0; index < count; index++)
        {
            BitConverter.TryWriteBytes(round, index);
            hash.CopyTo(round, 4);
            CryptographicOperations.HashData(algorithm, round, hash);
        }

        return hash;
    }
}
