using System.Buffers.Binary;

namespace Longleaf.Documents.Formats.Image;

/// <summary>
/// What a picture's first bytes say of it. Most pictures in documents are bullets, icons and drawings without text: where the header tells,
/// the library that decodes pictures is not even loaded for them.
/// </summary>
internal static class PictureHeader
{
    private const int PngSizePlace = 16;
    private const int BitmapSizePlace = 18;
    private const int BitmapInfoBytes = 40;

    /// <summary>Whether it is of a kind that is drawn by lines, or that is not decoded: EMF, WMF, SVG, TIFF.</summary>
    public static bool IsUndecoded(ReadOnlySpan<byte> bytes) =>
        (bytes.Length > 44 && bytes[40..].StartsWith(" EMF"u8))
        || bytes.StartsWith<byte>([0xD7, 0xCD, 0xC6, 0x9A]) || bytes.StartsWith<byte>([1, 0, 9, 0])
        || bytes.StartsWith("<"u8)
        || bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8);

    /// <summary>Width and height of a PNG, a JPEG or a bitmap; <see langword="null"/> where the header does not tell.</summary>
    public static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= PngSizePlace + 8 && bytes.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]) && bytes[12..].StartsWith("IHDR"u8))
        {
            return (BinaryPrimitives.ReadInt32BigEndian(bytes[PngSizePlace..]), BinaryPrimitives.ReadInt32BigEndian(bytes[(PngSizePlace + 4)..]));
        }

        if (bytes.Length >= BitmapSizePlace + 8 && bytes.StartsWith("BM"u8) && BinaryPrimitives.ReadInt32LittleEndian(bytes[14..]) >= BitmapInfoBytes)
        {
            // Rows that go from top to bottom have a negative height.
            var (width, height) = (BinaryPrimitives.ReadInt32LittleEndian(bytes[BitmapSizePlace..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[(BitmapSizePlace + 4)..]));
            return height == int.MinValue ? null : (width, Math.Abs(height));
        }

        return bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? SizeOfJpeg(bytes) : null;
    }

    // Segments of a marker and a length; that of a frame has the size.
    private static (int Width, int Height)? SizeOfJpeg(ReadOnlySpan<byte> bytes)
    {
        for (var place = 2; place + 9 <= bytes.Length && bytes[place] == 0xFF;)
        {
            var marker = bytes[place + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(place + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(place + 5)..]));
            }

            // Fill bytes stand before a marker; these have no length, and after a scan's start there is no further header.
            if (marker is 0xD8 or 0xD9 or 0xDA or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                return null;
            }

            place += marker == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(place + 2)..]);
        }

        return null;
    }
}
