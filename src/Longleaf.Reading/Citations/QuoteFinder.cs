using System.Text;
using Longleaf.Documents;

namespace Longleaf.Reading.Citations;

/// <summary>Makes citations, each found again in the canonical text before it is given out.</summary>
internal static class QuoteFinder
{
    /// <summary>The citation of a quote that should stand at a byte; <see langword="null"/> if it does not stand there.</summary>
    public static Citation? Find(ReadableDocument document, string quote, long byteStart)
    {
        var bytes = Encoding.UTF8.GetBytes(quote);
        if (bytes.Length == 0 || byteStart < 0 || byteStart + bytes.Length > document.Text.Bytes
            || !document.Text.Slice(byteStart, bytes.Length).SequenceEqual(bytes))
        {
            return null;
        }

        var block = document.Blocks.Find(byteStart);
        if (block < 0)
        {
            return null;
        }

        var location = document.Blocks[block].Location;
        var start = location.Start + CodePoints(document.Text.Slice(location.ByteStart, (int)(byteStart - location.ByteStart)));
        return new Citation(document.Id, document.Name, quote, start, start + CodePoints(bytes), Within(document, block, byteStart));
    }

    // A block of JSON has the path of its first value, and holds many.
    private static Location Within(ReadableDocument document, int block, long byteStart)
    {
        var (entry, location) = (document.Blocks[block], document.Blocks[block].Location);
        var isMiddleOfValue = entry.Join == BlockJoin.None && block > 0 && document.Blocks[block - 1].Location.Path == location.Path;
        if (location.Path is not { } blockPath || isMiddleOfValue)
        {
            return location;
        }

        var (path, lines) = JsonPlace.Find(blockPath, document.Text.Slice(location.ByteStart, location.ByteLength), (int)(byteStart - location.ByteStart));
        return location with { Path = path, Row = location.Row + lines };
    }

    // Every byte of UTF-8 but a continuation (10xxxxxx) starts a code point.
    private static int CodePoints(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var unit in utf8)
        {
            count += (unit & 0xC0) != 0x80 ? 1 : 0;
        }

        return count;
    }
}
