using System.Globalization;
using Longleaf.Documents.Ocr.Preparation;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Ocr;

/// <summary>A word as <c>tesseract</c> saw it.</summary>
/// <param name="Paragraph">The block and the paragraph within it.</param>
/// <param name="Line">The line within the paragraph.</param>
/// <param name="Confidence">How sure it was, 0 to 100.</param>
/// <param name="Text">The word.</param>
/// <param name="Place">Where it stands in the picture.</param>
internal readonly record struct RecognizedWord((int Block, int Number) Paragraph, int Line, double Confidence, string Text, PixelArea Place)
{
    /// <summary>Letters and digits.</summary>
    public int Letters { get; } = Text.Count(char.IsLetterOrDigit);

    /// <summary>Those of <see cref="Letters"/> that are ideographs, kana or hangul.</summary>
    public int EastAsian { get; } = Text.Count(unit => LineJoin.IsIdeographic(unit) || unit is >= '\uAC00' and <= '\uD7AF');

    /// <summary>The words of <c>tesseract</c>'s tab-separated output, in its order: that of reading.</summary>
    public static List<RecognizedWord> Parse(string table)
    {
        var words = new List<RecognizedWord>();
        Span<Range> cells = stackalloc Range[13];
        foreach (var row in table.AsSpan().EnumerateLines())
        {
            // level, page, block, paragraph, line, word, left, top, width, height, confidence, text; level 5 is a word.
            if (row.Split(cells, '\t') == 12
                && row[cells[0]] is "5"
                && int.TryParse(row[cells[2]], CultureInfo.InvariantCulture, out var block)
                && int.TryParse(row[cells[3]], CultureInfo.InvariantCulture, out var paragraph)
                && int.TryParse(row[cells[4]], CultureInfo.InvariantCulture, out var line)
                && double.TryParse(row[cells[10]], CultureInfo.InvariantCulture, out var confidence)
                && row[cells[11]].Trim() is { IsEmpty: false } text)
            {
                words.Add(new RecognizedWord((block, paragraph), line, Math.Clamp(confidence, 0, 100), text.ToString(), PlaceOf(row, cells)));
            }
        }

        return words;
    }

    private static PixelArea PlaceOf(ReadOnlySpan<char> row, ReadOnlySpan<Range> cells)
    {
        Span<int> numbers = stackalloc int[4];
        for (var index = 0; index < numbers.Length; index++)
        {
            _ = int.TryParse(row[cells[6 + index]], CultureInfo.InvariantCulture, out numbers[index]);
        }

        return new PixelArea(numbers[0], numbers[1], numbers[0] + numbers[2], numbers[1] + numbers[3]);
    }
}
