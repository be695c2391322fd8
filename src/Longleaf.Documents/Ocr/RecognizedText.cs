using System.Text;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Ocr;

/// <summary>The text of a page or picture: what was recognised with enough confidence to be text and not shadows of a photograph.</summary>
internal sealed class RecognizedText
{
    // Words that are there have 60 to 96, photographs, lines and stains under 45 (measured on the pictures that tests run over).
    private const double LeastLineConfidence = 50;
    private const double SureConfidence = 60;
    private const double LeastEdgeConfidence = 40;

    // Two letters in a word are a label; one alone is a speck, a ring or a stroke.
    private const int LeastSureLetters = 2;

    private RecognizedText(IReadOnlyList<string> paragraphs, double confidence, int letters, int sureLetters) =>
        (Paragraphs, Confidence, Letters, SureLetters) = (paragraphs, confidence, letters, sureLetters);

    public static RecognizedText Nothing { get; } = new([], 0, 0, 0);

    /// <summary>Paragraphs in the order of reading, lines joined.</summary>
    public IReadOnlyList<string> Paragraphs { get; }

    /// <summary>The mean confidence of all letters seen, those left out too.</summary>
    public double Confidence { get; }

    /// <summary>Letters and digits seen, those left out too.</summary>
    public int Letters { get; }

    /// <summary>Letters and digits in words that were recognised surely.</summary>
    public int SureLetters { get; }

    public static RecognizedText Of(string table)
    {
        var words = RecognizedWord.Parse(table);
        var letters = words.Sum(word => word.Letters);
        if (letters == 0)
        {
            return Nothing;
        }

        var sure = words.Where(word => word.Confidence >= SureConfidence && (word.Letters > 1 || LineJoin.IsIdeographic(word.Text[0]))).Sum(word => word.Letters);
        return new RecognizedText(sure >= LeastSureLetters ? [.. Join(words)] : [], MeanConfidence(words), letters, sure);
    }

    private static IEnumerable<string> Join(List<RecognizedWord> words)
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
                yield return text.ToString();
            }
        }
    }

    // Rules, frames and stains beside a line look like a word or two of signs.
    private static ReadOnlySpan<RecognizedWord> WithoutSpecks(RecognizedWord[] line)
    {
        if (MeanConfidence(line) < LeastLineConfidence)
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

    // tesseract puts a blank after every ideograph.
    private static string Line(ReadOnlySpan<RecognizedWord> words)
    {
        var text = new StringBuilder();
        foreach (var word in words)
        {
            if (text.Length > 0 && !(LineJoin.IsIdeographic(text[^1]) && LineJoin.IsIdeographic(word.Text[0])))
            {
                text.Append(' ');
            }

            text.Append(word.Text);
        }

        return text.ToString();
    }

    private static double MeanConfidence(IReadOnlyList<RecognizedWord> words)
    {
        var letters = words.Sum(word => word.Letters);
        return letters == 0 ? 0 : words.Sum(word => word.Confidence * word.Letters) / letters;
    }
}
