using System.Globalization;
using System.Security.Cryptography;
using System.Xml;

namespace Longleaf.Documents.Formats.Encrypted;

/// <summary>Encryption as Office 2010 and later have it ([MS-OFFCRYPTO] 2.3.4.10): AES in chains of 4,096 bytes.</summary>
internal sealed class AgileCipher : PackageCipher
{
    // Office writes 100,000.
    private const int MaxRounds = 1_000_000;
    private const int BlockBytes = 16;

    private static readonly byte[] OfInput = [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79];
    private static readonly byte[] OfValue = [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E];
    private static readonly byte[] OfKey = [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6];

    private readonly Aes _aes = Aes.Create();
    private readonly Element _data;

    private AgileCipher(byte[] key, Element data) => (_aes.Key, _data) = (key, data);

    /// <summary>Reads what describes the encryption, after its version; <see langword="null"/> if the password is another, or the cipher.</summary>
    public static AgileCipher? Open(Stream description, string password)
    {
        var (data, key) = Read(description);
        if (data is not { IsKnown: true } || key is not { IsKnown: true, Rounds: >= 0 and <= MaxRounds })
        {
            return null;
        }

        var hash = Spin(key.Hash, key.Salt, password, key.Rounds);
        using var aes = Aes.Create();
        byte[] Unlock(byte[] purpose, byte[] encrypted)
        {
            aes.Key = Fit(CryptographicOperations.HashData(key.Hash, [.. hash, .. purpose]), key.KeyBits / 8);
            return aes.DecryptCbc(encrypted, Fit(key.Salt, BlockBytes), PaddingMode.None);
        }

        var input = CryptographicOperations.HashData(key.Hash, Unlock(OfInput, key.Bytes("encryptedVerifierHashInput"))[..key.Salt.Length]);
        return Unlock(OfValue, key.Bytes("encryptedVerifierHashValue")).AsSpan().StartsWith(input)
            ? new AgileCipher(Unlock(OfKey, key.Bytes("encryptedKeyValue"))[..(data.KeyBits / 8)], data)
            : null;
    }

    public override void Decrypt(int index, Span<byte> bytes) => _aes.DecryptCbc(
        bytes, Fit(CryptographicOperations.HashData(_data.Hash, [.. _data.Salt, .. BitConverter.GetBytes(index)]), BlockBytes), bytes, PaddingMode.None);

    protected override void Dispose(bool disposing) => _aes.Dispose();

    private static (Element? Data, Element? Key) Read(Stream description)
    {
        var (data, key) = (default(Element), default(Element));
        using var reader = XmlReader.Create(description, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "keyData")
            {
                data = Element.Read(reader);
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "encryptedKey")
            {
                key = Element.Read(reader);
            }
        }

        return (data, key);
    }

    // Shorter ones are filled up with 0x36.
    private static byte[] Fit(byte[] bytes, int length)
    {
        var result = new byte[length];
        Array.Fill(result, (byte)0x36);
        bytes.AsSpan(0, Math.Min(bytes.Length, length)).CopyTo(result);
        return result;
    }

    private sealed class Element
    {
        private readonly Dictionary<string, string> _attributes = new(StringComparer.Ordinal);

        public HashAlgorithmName Hash => new(_attributes.GetValueOrDefault("hashAlgorithm")?.Replace("-", "", StringComparison.Ordinal) ?? "");

        public int KeyBits => Number("keyBits");

        public int Rounds => _attributes.ContainsKey("spinCount") ? Number("spinCount") : 0;

        public byte[] Salt => Bytes("saltValue");

        public bool IsKnown => KeyBits is 128 or 192 or 256 && Salt.Length is > 0 and <= 64 && Hash.Name is "SHA1" or "SHA256" or "SHA384" or "SHA512"
            && _attributes.GetValueOrDefault("cipherAlgorithm") == "AES" && _attributes.GetValueOrDefault("cipherChaining") == "ChainingModeCBC";

        public static Element Read(XmlReader reader)
        {
            var element = new Element();
            for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
            {
                element._attributes[reader.LocalName] = reader.Value;
            }

            reader.MoveToElement();
            return element;
        }

        public byte[] Bytes(string name)
        {
            var text = _attributes.GetValueOrDefault(name) ?? "";
            var bytes = new byte[text.Length];
            return Convert.TryFromBase64String(text, bytes, out var count) ? bytes[..count] : [];
        }

        private int Number(string name) => int.TryParse(_attributes.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
    }
}
