using System.IO.Compression;

namespace Longleaf.Bench.Mutations;

/// <summary>Damages documents: bytes flipped, cut, repeated, spliced from another; of zips, in the parts within as well. The same seed, the same damage.</summary>
internal sealed class DocumentMutator(int seed)
{
    private const int MaxChanges = 32;
    private const int MaxPartBytes = 4 << 20;

    // Where lengths, counts and signs turn over.
    private static readonly byte[][] Borders =
    [
        [0], [0xFF], [0x7F], [0x80], [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0x80], [0, 0, 0, 0],
        "<"u8.ToArray(), ">"u8.ToArray(), "&#0;"u8.ToArray(), "\"]}"u8.ToArray(), "-1"u8.ToArray(), "99999999999"u8.ToArray(), "endobj"u8.ToArray(),
    ];

    private readonly Random _random = new(seed);

    /// <summary>A damaged copy.</summary>
    /// <param name="document">A document.</param>
    /// <param name="other">Another, for parts of it to be spliced in.</param>
    public byte[] Mutate(byte[] document, byte[] other)
    {
        if (document.AsSpan().StartsWith("PK"u8) && _random.Next(4) > 0 && WithinZip(document, other) is { } changed)
        {
            return changed;
        }

        return Damage(document, other);
    }

    private byte[] Damage(byte[] bytes, byte[] other)
    {
        List<byte> changed = [.. bytes];
        for (var change = _random.Next(1, 4); change > 0; change--)
        {
            switch (_random.Next(6))
            {
                case 0 or 1:
                    Overwrite(changed);
                    break;
                case 2:
                    Cut(changed);
                    break;
                case 3:
                    var kept = Place(changed);
                    changed.RemoveRange(kept, changed.Count - kept);
                    break;
                case 4:
                    changed.InsertRange(Place(changed), Piece(other));
                    break;
                default:
                    var repeated = Piece([.. changed]);
                    var at = Place(changed);
                    for (var times = _random.Next(1, 64); times > 0; times--)
                    {
                        changed.InsertRange(at, repeated.AsSpan(0, Math.Min(repeated.Length, 1024)));
                    }

                    break;
            }
        }

        return [.. changed];
    }

    private byte[]? WithinZip(byte[] document, byte[] other)
    {
        using var output = new MemoryStream();
        try
        {
            using var source = new ZipArchive(new MemoryStream(document), ZipArchiveMode.Read);
            var parts = source.Entries.Where(entry => entry.Length is > 0 and < MaxPartBytes).ToList();
            if (parts.Count == 0)
            {
                return null;
            }

            var damaged = parts[_random.Next(parts.Count)];
            using var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
            foreach (var entry in source.Entries.Where(entry => entry.Length < MaxPartBytes))
            {
                using var content = new MemoryStream();
                using (var input = entry.Open())
                {
                    input.CopyTo(content);
                }

                var isStored = entry.CompressedLength == entry.Length;
                using var written = target.CreateEntry(entry.FullName, isStored ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
                written.Write(entry == damaged ? Damage(content.ToArray(), other) : content.ToArray());
            }
        }
        catch (InvalidDataException)
        {
            // The corpus holds broken zips: they are damaged as bytes only.
            return null;
        }

        return output.ToArray();
    }

    private void Overwrite(List<byte> bytes)
    {
        for (var change = _random.Next(1, MaxChanges); change > 0 && bytes.Count > 0; change--)
        {
            var at = _random.Next(bytes.Count);
            if (_random.Next(2) == 0)
            {
                bytes[at] ^= (byte)(1 << _random.Next(8));
                continue;
            }

            foreach (var value in Borders[_random.Next(Borders.Length)])
            {
                bytes[at++] = value;
                if (at == bytes.Count)
                {
                    break;
                }
            }
        }
    }

    private void Cut(List<byte> bytes)
    {
        var from = Place(bytes);
        bytes.RemoveRange(from, Math.Min(_random.Next(1, 4096), bytes.Count - from));
    }

    private byte[] Piece(byte[] bytes)
    {
        var from = _random.Next(bytes.Length + 1);
        return bytes[from..Math.Min(bytes.Length, from + _random.Next(1, 8192))];
    }

    private int Place(List<byte> bytes) => _random.Next(bytes.Count + 1);
}
