using System.Text;
using Longleaf.Documents.Text;

namespace Longleaf.Documents;

/// <summary>
/// Joins blocks into the canonical text (UTF-8 Markdown without a byte order mark) and gives each its place in it:
/// offsets in code points and bytes, and the headings above it.
/// </summary>
/// <param name="output">Where the text goes; <see cref="Stream.Null"/> to learn the places only. Not disposed here.</param>
public sealed class CanonicalTextWriter(Stream output)
{
    // Titles of sections are held in memory, and stand in labels: of what calls itself a heading and is a page long, the start will do.
    private const int MaxTitle = 200;

    private readonly List<(int Level, string Title)> _open = [];
    private string[] _section = [];
    private byte[] _buffer = new byte[16 * 1024];

    /// <summary>Code points written so far.</summary>
    public long Characters { get; private set; }

    /// <summary>Bytes of UTF-8 written so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Writes a block after those before it.</summary>
    /// <param name="block">A block whose location has at most page, sheet, row and path.</param>
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
                // What repeats on all pages is of no section, wherever it is put.
                Section = block.Kind == BlockKind.Furniture ? [] : _section,
                Start = start,
                Length = (int)(Characters - start),
                ByteStart = byteStart,
                ByteLength = (int)(Bytes - byteStart),
            },
        };

        if (block.Kind == BlockKind.Heading && block.Join != BlockJoin.None)
        {
            _open.Add((block.Level, Title(block.Text)));
            _section = [.. _open.Select(heading => heading.Title)];
        }

        return placed;
    }

    private static string Title(string heading)
    {
        var title = CleanText.OfLine(heading.TrimStart('#', ' '));
        return title.Length <= MaxTitle ? title : title[..(MaxTitle - (char.IsHighSurrogate(title[MaxTitle - 1]) ? 1 : 0))];
    }

    private void Write(string text)
    {
        if (output == Stream.Null)
        {
            var bytes = Encoding.UTF8.GetByteCount(text);
            Bytes += bytes;
            Characters += bytes == text.Length ? bytes : CodePoints(text);
            return;
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_buffer.Length < most)
        {
            _buffer = new byte[most];
        }

        var count = Encoding.UTF8.GetBytes(text, _buffer);
        output.Write(_buffer, 0, count);
        Bytes += count;
        Characters += count == text.Length ? count : CodePoints(text);
    }

    // A pair of surrogates is one. A lone one is written as U+FFFD, one as well.
    private static int CodePoints(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        while (text.IndexOfAnyInRange('\uD800', '\uDBFF') is var at and >= 0 && at + 1 < text.Length)
        {
            count -= char.IsLowSurrogate(text[at + 1]) ? 1 : 0;
            text = text[(at + 1)..];
        }

        return count;
    }
}
