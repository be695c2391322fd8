using System.Text;

namespace Longleaf.Documents;

/// <summary>
/// Joins blocks into the canonical text (UTF-8 Markdown without a byte order mark) and gives each its place in it:
/// offsets in code points and bytes, and the headings above it.
/// </summary>
/// <param name="output">Where the text goes; <see cref="Stream.Null"/> to learn the places only. Not disposed here.</param>
public sealed class CanonicalTextWriter(Stream output)
{
    private readonly List<(int Level, string Title)> _open = [];
    private string[] _section = [];
    private byte[] _buffer = new byte[16 * 1024];

    /// <summary>Code points written so far.</summary>
    public long Characters { get; private set; }

    /// <summary>Bytes of UTF-8 written so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Writes a block after those before it.</summary>
    /// <param name="block">A block whose location has at most page, sheet and row.</param>
    /// <returns>The same block, its location complete.</returns>
    public Block Append(Block block)
    {
        ArgumentNullException.ThrowIfNull(block);
        if (Bytes > 0)
        {
            Write(block.Join switch { BlockJoin.Paragraph => "\n\n", BlockJoin.Line => "\n", _ => "" });
        }

        if (block.Kind == BlockKind.Heading && block.Join != BlockJoin.None)
        {
            while (_open.Count > 0 && _open[^1].Level >= block.Level)
            {
                _open.RemoveAt(_open.Count - 1);
            }

            _section = [.. _open.Select(heading => heading.Title)];
        }

        var (start, byteStart) = (Characters, Bytes);
        Write(block.Text);
        var placed = block with
        {
            Location = block.Location with
            {
                Section = _section,
                Start = start,
                Length = (int)(Characters - start),
                ByteStart = byteStart,
                ByteLength = (int)(Bytes - byteStart),
            },
        };

        if (block.Kind == BlockKind.Heading && block.Join != BlockJoin.None)
        {
            _open.Add((block.Level, block.Text.TrimStart('#', ' ').Trim()));
            _section = [.. _open.Select(heading => heading.Title)];
        }

        return placed;
    }

    private void Write(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_buffer.Length < most)
        {
            _buffer = new byte[most];
        }

        var count = Encoding.UTF8.GetBytes(text, _buffer);
        output.Write(_buffer, 0, count);
        Bytes += count;
        Characters += CodePoints(_buffer.AsSpan(0, count));
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
