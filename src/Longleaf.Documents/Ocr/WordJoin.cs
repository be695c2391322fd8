using System.Text;
using Longleaf.Documents.Ocr.Preparation;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Ocr;

/// <summary>Joins words to lines and paragraphs, leaving out what is no text.</summary>
internal static class WordJoin
{
    // Words that are there have 60 to 96, photographs, lines and stains under 45 (measured on the pictures that tests run over).
    private const double LeastLineConfidence = 50;
    private const double LeastEdgeConfidence = 40;

    // Within the rules of a table what is seen is text, if a short one: a digit, a sign.
    private const double LeastCellConfidence = 20;

    /// <summary>Paragraphs in the order of the words, with where they stand.</summary>
    public static IEnumerable<(string Text, PixelArea Place)> Paragraphs(IEnumerable<RecognizedWord> words)
    {
        foreach (var paragraph in words.GroupBy(word => word.Paragraph))
        {
            var text = new StringBuilder();
            foreach (var line in paragraph.GroupBy(word => word.Line))
            {
                LineJoin.Append(text, Line(WithoutSpecks([.. line])));
            }

            if (text.Length > 0)
            {
                yield return (text.ToString(), new PixelArea(
                    paragraph.Min(word => word.Place.Left), paragraph.Min(word => word.Place.Top),
                    paragraph.Max(word => word.Place.Right), paragraph.Max(word => word.Place.Bottom)));
            }
        }
    }

    /// <summary>The text of a cell.</summary>
    public static string Cell(IEnumerable<RecognizedWord> words)
    {
        var text = new StringBuilder();
        foreach (var line in words.GroupBy(word => (word.Paragraph, word.Line)))
        {
            RecognizedWord[] all = [.. line];
            if (all.Average(word => word.Confidence) >= LeastCellConfidence)
            {
                LineJoin.Append(text, Line(all));
            }
        }

        return text.ToString();
    }

    /// <summary>The mean confidence of letters.</summary>
    public static double Confidence(IReadOnlyCollection<RecognizedWord> words)
    {
        var letters = words.Sum(word => word.Letters);
        return letters == 0 ? 0 : words.Sum(word => word.Confidence * word.Letters) / letters;
    }

    // Rules, frames and stains beside a line look like a word or two of signs.
    private static ReadOnlySpan<RecognizedWord> WithoutSpecks(RecognizedWord[] line)
    {
        if (Confidence(line) < LeastLineConfidence)
        {
            return [];
        }

        var (start, end) = (0, line.Length);
        while (start < end && IsSpeck(line[start]))
        {
            start++;
        }

        while (start < end && IsSpeck(line[end - 1]))
        {
            end--;
        }

        return line.AsSpan(start, end - start);

        static bool IsSpeck(RecognizedWord word) => word.Letters < 2 && word.Confidence < LeastEdgeConfidence;
    }

    // tesseract puts a blank after every ideograph, and knows few marks of full width.
    private static string Line(ReadOnlySpan<RecognizedWord> words)
    {
        var text = new StringBuilder();
        foreach (var word in words)
        {
            var afterIdeograph = text.Length > 0 && LineJoin.IsIdeographic(text[^1]);
            if (text.Length > 0 && !(afterIdeograph && (LineJoin.IsIdeographic(word.Text[0]) || IsMark(word.Text[0]))))
            {
                text.Append(' ');
            }

            text.Append(word.Text);
        }

        for (var index = 1; index < text.Length; index++)
        {
            var endsThere = index + 1 == text.Length || text[index + 1] == ' ' || LineJoin.IsIdeographic(text[index + 1]);
            if (endsThere && IsMark(text[index]) && LineJoin.IsIdeographic(text[index - 1]))
            {
                // Fullwidth forms stand at a fixed distance.
                text[index] = (char)(text[index] + 0xFEE0);
            }
        }

        return text.ToString();

        static bool IsMark(char unit) => unit is '?' or '!' or ':' or ';' or ',';
    }
}
