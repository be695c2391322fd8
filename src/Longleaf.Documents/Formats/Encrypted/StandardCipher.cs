using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Longleaf.Documents.Formats.Encrypted;

/// <summary>Encryption as Office 2007 has it ([MS-OFFCRYPTO] 2.3.4.5): AES, block by block.</summary>
internal sealed class StandardCipher : PackageCipher
{
    private const int Rounds = 50_000;
    private const int VerifierBytes = 16;

    private readonly Aes _aes = Aes.Create();

    private StandardCipher(byte[] key) => _aes.Key = key;

    /// <summary>Reads what describes the encryption, after its version; <see langword="null"/> if the password is another, or the cipher.</summary>
    public static StandardCipher? Open(ReadOnlySpan<byte> description, string password)
    {
        var headerBytes = (int)BinaryPrimitives.ReadUInt32LittleEndian(description[4..]);
        if (headerBytes is < 32 or > 4096)
        {
            return null;
        }

        var header = description.Slice(8, headerBytes);
        var (cipher, keyBits) = (BinaryPrimitives.ReadUInt32LittleEndian(header[8..]), BinaryPrimitives.ReadUInt32LittleEndian(header[16..]));
        var verifier = description[(8 + headerBytes)..];
        if (cipher is not (0x660E or 0x660F or 0x6610) || keyBits is not (128 or 192 or 256) || verifier.Length < 72)
        {
            return null;
        }

        var result = new StandardCipher(Key(verifier.Slice(4, 16), password, (int)keyBits / 8));
        var expected = result._aes.DecryptEcb(verifier.Slice(40, 32), PaddingMode.None);
        if (Hash(result._aes.DecryptEcb(verifier.Slice(20, VerifierBytes), PaddingMode.None)).AsSpan().SequenceEqual(expected.AsSpan(0, 20)))
        {
            return result;
        }

        result.Dispose();
        return null;
    }

    public override void Decrypt(int index, Span<byte> bytes) => _aes.DecryptEcb(bytes, bytes, PaddingMode.None);

    protected override void Dispose(bool disposing) => _aes.Dispose();

    private static byte[] Key(ReadOnlySpan<byte> salt, string password, int length)
    {
        var hash = Hash([.. Spin(HashAlgorithmName.SHA1, salt, password, Rounds), 0, 0, 0, 0]);
        byte[] both = [.. Hash(Padded(hash, 0x36)), .. Hash(Padded(hash, 0x5C))];
        return both[..length];
    }

    private static byte[] Padded(byte[] hash, byte fill)
    {
        var block = new byte[64];
        Array.Fill(block, fill);
        for (var index = 0; index < hash.Length; index++)
        {
            block[index] ^= hash[index];
        }

        return block;
    }

#pragma warning disable CA5350 // The format's own hash.
    private static byte[] Hash(byte[] bytes) => SHA1.HashData(bytes);
#pragma warning restore CA5350
}
