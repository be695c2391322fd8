using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Xml;

namespace Longleaf.Documents.Formats.Encrypted;

/// <summary>
/// The package in an encrypted Office document whose password everybody has: Excel encrypts workbooks that are only protected against changes
/// with one of its own ([MS-OFFCRYPTO] 2.4.2.3), and opens them without asking.
/// </summary>
internal sealed class DecryptedPackage : ReadOnlyStream
{
    private const string KnownPassword = "VelvetSweatshop";
    private const int MaxDescription = 64 * 1024;
    private const int LengthBytes = 8;

    private readonly SectorStream _encrypted;
    private readonly PackageCipher _cipher;
    private readonly byte[] _segment = new byte[PackageCipher.SegmentBytes];
    private int _held = -1;

    private DecryptedPackage(SectorStream encrypted, PackageCipher cipher, long length)
        : base(length) => (_encrypted, _cipher) = (encrypted, cipher);

    /// <summary>Opens it; <see langword="null"/> if the document is no such one.</summary>
    /// <param name="document">The document.</param>
    /// <param name="password">Its password.</param>
    public static DecryptedPackage? TryOpen(Stream document, string password = KnownPassword)
    {
        try
        {
            return Open(CompoundFile.Open(document), password);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or XmlException or CryptographicException or ArgumentException or OverflowException)
        {
            // What is damaged is told by what the file is otherwise.
            return null;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, Length - Position);
        if (count <= 0)
        {
            return 0;
        }

        var index = (int)(Position / PackageCipher.SegmentBytes);
        if (index != _held)
        {
            Hold(index);
        }

        var within = (int)(Position % PackageCipher.SegmentBytes);
        count = Math.Min(count, PackageCipher.SegmentBytes - within);
        _segment.AsSpan(within, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _cipher.Dispose();
        }

        base.Dispose(disposing);
    }

    private static DecryptedPackage? Open(CompoundFile file, string password)
    {
        if (file.Find("EncryptionInfo") is not { Length: > LengthBytes and <= MaxDescription } info || file.Find("EncryptedPackage") is not { Length: > LengthBytes } encrypted)
        {
            return null;
        }

        var description = new byte[info.Length];
        info.ReadExactly(description);
        var (major, minor) = (BinaryPrimitives.ReadUInt16LittleEndian(description), BinaryPrimitives.ReadUInt16LittleEndian(description.AsSpan(2)));
        PackageCipher? cipher = (major, minor) == (4, 4) ? AgileCipher.Open(new MemoryStream(description, LengthBytes, description.Length - LengthBytes), password)
            : minor == 2 ? StandardCipher.Open(description.AsSpan(4), password)
            : null;
        var length = new byte[LengthBytes];
        encrypted.ReadExactly(length);
        return cipher is null
            ? null
            : new DecryptedPackage(encrypted, cipher, Math.Clamp(BinaryPrimitives.ReadInt64LittleEndian(length), 0, encrypted.Length - LengthBytes));
    }

    private void Hold(int index)
    {
        _encrypted.Position = LengthBytes + ((long)index * PackageCipher.SegmentBytes);
        var count = _encrypted.ReadAtLeast(_segment, _segment.Length, throwOnEndOfStream: false);
        // The last segment ends with a whole block.
        count -= count % 16;
        _cipher.Decrypt(index, _segment.AsSpan(0, count));
        _held = index;
    }
}
