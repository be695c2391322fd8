using System.Buffers.Text;

namespace Longleaf.Documents.Ocr;

/// <summary>The format that <c>pdftoppm -gray</c> draws pages in: portable gray map, "P5", of a byte a pixel.</summary>
internal static class GrayMap
{
    /// <summary>The picture in a file; <see langword="null"/> if it is none.</summary>
    /// <param name="file">The file; the picture's pixels stay in it.</param>
    public static GrayPicture? Read(byte[] file)
    {
        if (!file.AsSpan().StartsWith("P5"u8))
        {
            return null;
        }

        var place = 2;
        if (Number(file, ref place) is not (> 0 and var width) || Number(file, ref place) is not (> 0 and var height) || Number(file, ref place) != 255)
        {
            return null;
        }

        // One blank, whatever the first pixels look like.
        place++;
        return (long)width * height <= file.Length - place ? new GrayPicture(width, height, file.AsMemory(place, width * height)) : null;
    }

    private static int Number(byte[] file, ref int place)
    {
        while (place < file.Length && file[place] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            place++;
        }

        if (place >= file.Length || !Utf8Parser.TryParse(file.AsSpan(place), out int number, out var length))
        {
            return -1;
        }

        place += length;
        return number;
    }
}
