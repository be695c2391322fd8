using System.Buffers;
using System.Text;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>
/// The XML of a sheet without its cells, found by its bytes alone, as these are most of the part: inflating is a fifth of the time that
/// reading the cells takes, and holding them until the end would take memory without bound.
/// </summary>
internal sealed class SheetTailStream : ForwardStream
{
    private const int BufferBytes = 64 * 1024;
    private const int LongestName = 64;

    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" >/\r\n\t"u8);

    private readonly Stream _part;
    private readonly byte[] _buffer;
    private int _start;
    private readonly int _end;

    private SheetTailStream(Stream part, byte[] buffer, int start, int end) => (_part, _buffer, _start, _end) = (part, buffer, start, end);

    /// <summary>What follows the cells, within an element of the root's name; <see langword="null"/> if it is not found this way.</summary>
    public static SheetTailStream? After(Stream part)
    {
        var buffer = new byte[BufferBytes];
        var used = part.ReadAtLeast(buffer, BufferBytes, throwOnEndOfStream: false);
        if (RootName(buffer.AsSpan(0, used)) is not { } root)
        {
            return null;
        }

        while (used > 0)
        {
            if (CellsEnd(buffer.AsSpan(0, used)) is { } end)
            {
                return WithRoot(part, buffer.AsSpan(end, used - end), root);
            }

            // A name may lie across the border.
            var kept = Math.Min(used, LongestName);
            buffer.AsSpan(used - kept, kept).CopyTo(buffer);
            var count = part.ReadAtLeast(buffer.AsSpan(kept), BufferBytes - kept, throwOnEndOfStream: false);
            used = count == 0 ? 0 : kept + count;
        }

        return null;
    }

    public override int Read(Span<byte> buffer)
    {
        if (_start == _end)
        {
            return _part.Read(buffer);
        }

        var count = Math.Min(buffer.Length, _end - _start);
        _buffer.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    private static SheetTailStream WithRoot(Stream part, ReadOnlySpan<byte> rest, string root)
    {
        var start = Encoding.ASCII.GetBytes($"<{root}>");
        var buffer = new byte[start.Length + rest.Length];
        start.CopyTo(buffer, 0);
        rest.CopyTo(buffer.AsSpan(start.Length));
        return new SheetTailStream(part, buffer, 0, buffer.Length);
    }

    // UTF-8 without another declaration only: its tags are ASCII.
    private static string? RootName(ReadOnlySpan<byte> bytes)
    {
        var declarationEnd = bytes[..Math.Min(bytes.Length, 256)].IndexOf("?>"u8);
        if (declarationEnd >= 0 && bytes[..declarationEnd].IndexOf("encoding"u8) is var encoding and >= 0
            && bytes[encoding..declarationEnd].IndexOf("UTF-8"u8) < 0 && bytes[encoding..declarationEnd].IndexOf("utf-8"u8) < 0)
        {
            return null;
        }

        for (var open = bytes.IndexOf((byte)'<'); open >= 0 && open + 1 < bytes.Length;)
        {
            if (char.IsAsciiLetter((char)bytes[open + 1]))
            {
                var length = bytes[(open + 1)..].IndexOfAny(NameEnds);
                return length is > 0 and < LongestName && Ascii.IsValid(bytes.Slice(open + 1, length)) ? Encoding.ASCII.GetString(bytes.Slice(open + 1, length)) : null;
            }

            var next = bytes[(open + 1)..].IndexOf((byte)'<');
            open = next < 0 ? -1 : open + 1 + next;
        }

        return null;
    }

    // Behind "</sheetData>" or "<sheetData/>", with a prefix or without.
    private static int? CellsEnd(ReadOnlySpan<byte> bytes)
    {
        var from = 0;
        while (bytes[from..].IndexOf("sheetData"u8) is var found and >= 0)
        {
            var start = from + found;
            var end = start + "sheetData"u8.Length;
            var before = bytes[Math.Max(0, start - LongestName)..start];
            var open = before.LastIndexOf((byte)'<');
            var close = bytes[end..Math.Min(bytes.Length, end + LongestName)].IndexOf((byte)'>');
            if (open >= 0 && close >= 0 && bytes[end] is (byte)'>' or (byte)'/' or (byte)' '
                && (before[open..] is [_, (byte)'/', ..] || bytes[end + close - 1] == '/'))
            {
                return end + close + 1;
            }

            from = end;
        }

        return null;
    }
}
