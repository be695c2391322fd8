using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Longleaf.Documents.Formats.PlainText.Charsets;

namespace Longleaf.Documents.Formats.PlainText;

/// <summary>Finds the charset of text: byte order mark, strict UTF-8, UTF-16 and UTF-32 by their zeroes, then statistics: of our own, and UTF.Unknown's for charsets with escapes.</summary>
internal static class CharsetDetector
{
    private const int SampleBytes = 256 * 1024;
    private const double MaxControlShare = 0.02;

    static CharsetDetector() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Finds the charset; leaves the stream after the byte order mark, if there is one.</summary>
    /// <exception cref="UnreadableException">There is nothing but zeroes, or it is not text.</exception>
    public static Encoding Detect(Stream input)
    {
        var sample = new byte[(int)Math.Min(input.Length, SampleBytes)];
        input.Position = 0;
        input.ReadExactly(sample);
        var (marked, markLength) = ByMark(sample);
        input.Position = markLength;
        if (marked is not null)
        {
            return marked;
        }

        var hasZero = sample.AsSpan().Contains((byte)0);
        var encoding = hasZero ? ByZeroes(sample) : null;
        if (hasZero && encoding is null && !sample.AsSpan().ContainsAnyExcept((byte)0))
        {
            throw new UnreadableException(DocumentFailureCode.Blank, "This file holds nothing but zeroes.");
        }

        if (encoding is null)
        {
            var isUtf8 = IsUtf8(input, out var invalidFrom);
            encoding = isUtf8 && !EscapedCharsets.IsIn(sample) ? Encoding.UTF8 : ByStatistics(isUtf8 ? sample : SampleOf(input, sample, invalidFrom));
        }

        if (encoding is null || (hasZero && encoding is UTF8Encoding && ControlShare(sample) > MaxControlShare))
        {
            throw new UnreadableException(DocumentFailureCode.UnsupportedFormat, "This file is not text: Longleaf reads TXT, MD, CSV, JSON, DOCX, XLSX, PDF, EPUB, MOBI, BMP, PNG, JPG and GIF.");
        }

        input.Position = 0;
        return encoding;
    }

    private static (Encoding? Encoding, int Length) ByMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? (Encoding.UTF8, 3)
        : bytes.StartsWith<byte>([0xFF, 0xFE, 0, 0]) ? (Encoding.UTF32, 4)
        : bytes.StartsWith<byte>([0, 0, 0xFE, 0xFF]) ? (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4)
        : bytes.StartsWith<byte>([0xFF, 0xFE]) ? (Encoding.Unicode, 2)
        : bytes.StartsWith<byte>([0xFE, 0xFF]) ? (Encoding.BigEndianUnicode, 2)
        : (null, 0);

    // Text of any script has blanks and line ends, and most has digits or markup: units whose upper bytes are zero. Zeroes then stand
    // at one position of two (UTF-16), or at three of four (UTF-32), and hardly at the others.
    private static Encoding? ByZeroes(ReadOnlySpan<byte> bytes)
    {
        Span<int> zeroes = stackalloc int[4];
        var units = Math.Min(bytes.Length, 64 * 1024) / 4;
        if (units == 0)
        {
            return bytes.Length >= 2 && bytes[1] == 0 && bytes[0] != 0 ? Encoding.Unicode
                : bytes.Length >= 2 && bytes[0] == 0 && bytes[1] != 0 ? Encoding.BigEndianUnicode : null;
        }

        for (var index = 0; index < units * 4; index++)
        {
            zeroes[index & 3] += bytes[index] == 0 ? 1 : 0;
        }

        bool Many(int count) => count > units * 0.9;
        bool Few(int count) => count <= units * 0.02;
        if (Many(zeroes[3]) && zeroes[2] > units * 0.7 && Few(zeroes[0]))
        {
            return Encoding.UTF32;
        }

        if (Many(zeroes[0]) && zeroes[1] > units * 0.7 && Few(zeroes[3]))
        {
            return new UTF32Encoding(bigEndian: true, byteOrderMark: false);
        }

        var (even, odd) = (zeroes[0] + zeroes[2], zeroes[1] + zeroes[3]);
        // One zero in a file of a few bytes may be there by mistake.
        return odd > 1 && odd > units * 0.04 && even <= odd * 0.05 ? Encoding.Unicode
            : even > 1 && even > units * 0.04 && odd <= even * 0.05 ? Encoding.BigEndianUnicode : null;
    }

    // The whole file is checked, in one pass at memory speed: a charset is decided once for all of it.
    private static bool IsUtf8(Stream input, out long invalidFrom)
    {
        invalidFrom = 0;
        var buffer = ArrayPool<byte>.Shared.Rent(SampleBytes);
        try
        {
            input.Position = 0;
            var kept = 0;
            while (true)
            {
                var read = input.ReadAtLeast(buffer.AsSpan(kept), SampleBytes - kept, throwOnEndOfStream: false);
                var bytes = buffer.AsSpan(0, kept + read);
                var last = read < SampleBytes - kept;
                var whole = last ? bytes.Length : bytes.Length - Incomplete(bytes);
                if (!Utf8.IsValid(bytes[..whole]))
                {
                    invalidFrom = input.Position - bytes.Length;
                    return false;
                }

                if (last)
                {
                    return true;
                }

                kept = bytes.Length - whole;
                bytes[whole..].CopyTo(buffer);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // A text may start with a long part in ASCII, which says nothing: then the sample is taken where it first is something else.
    private static byte[] SampleOf(Stream input, byte[] start, long invalidFrom)
    {
        if (!Ascii.IsValid(start))
        {
            return start;
        }

        var sample = new byte[(int)Math.Min(input.Length - invalidFrom, SampleBytes)];
        input.Position = invalidFrom;
        input.ReadExactly(sample);
        return sample;
    }

    // How many bytes at the end start a sequence that is not complete.
    private static int Incomplete(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var unit = bytes[^back];
            if ((unit & 0xC0) != 0x80)
            {
                var needed = unit >= 0xF0 ? 4 : unit >= 0xE0 ? 3 : unit >= 0xC0 ? 2 : 1;
                return needed > back ? back : 0;
            }
        }

        return 0;
    }

    private static Encoding? ByStatistics(byte[] sample)
    {
        if (Ascii.IsValid(sample))
        {
            // By escapes: ISO-2022 and HZ; else ASCII after all.
            return EscapedCharsets.IsIn(sample) && UtfUnknown.CharsetDetector.DetectFromBytes(sample).Detected?.Encoding is { } escaped and not ASCIIEncoding ? escaped
                : ControlShare(sample) > MaxControlShare ? null : Encoding.UTF8;
        }

        return ControlShare(sample) > MaxControlShare ? null
            : Utf8.IsValid(sample.AsSpan(0, sample.Length - Incomplete(sample))) ? Encoding.UTF8
            : LegacyCharsets.Detect(sample);
    }

    private static double ControlShare(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var unit in bytes)
        {
            controls += unit < 32 && unit is not (9 or 10 or 12 or 13 or 27) ? 1 : 0;
        }

        return (double)controls / Math.Max(1, bytes.Length);
    }
}
