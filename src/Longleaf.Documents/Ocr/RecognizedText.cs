using Longleaf.Documents.Ocr.Preparation;

namespace Longleaf.Documents.Ocr;

/// <summary>The text of a page or picture: what was recognised with enough confidence to be text and not shadows of a photograph.</summary>
internal sealed class RecognizedText
{
    private const double SureConfidence = 60;
    private const double DoubtfulConfidence = 50;

    // Two letters in a word are a label; one alone is a speck, a ring or a stroke.
    private const int LeastSureLetters = 2;

    private RecognizedText(IReadOnlyList<RecognizedWord> words)
    {
        Letters = words.Sum(word => word.Letters);
        Confidence = WordJoin.Confidence(words);
        SureLetters = words.Sum(word => word.Confidence >= SureConfidence && (word.Letters > 1 || word.EastAsian > 0) ? word.Letters : 0);
        DoubtfulLetters = words.Sum(word => word.Confidence < DoubtfulConfidence ? word.Letters : 0);
        EastAsianLetters = words.Sum(word => word.EastAsian);
        EastAsianConfidence = EastAsianLetters == 0 ? 0 : words.Sum(word => word.Confidence * word.EastAsian) / EastAsianLetters;
    }

    public static RecognizedText Nothing { get; } = new([]);

    /// <summary>Paragraphs, lines joined, and tables, in the order of reading.</summary>
    public IReadOnlyList<RecognizedBlock> Blocks { get; private init; } = [];

    /// <summary>The same as text alone.</summary>
    public IEnumerable<string> Paragraphs => Blocks.Select(block => block.AsLines());

    /// <summary>The mean confidence of all letters seen, those left out too.</summary>
    public double Confidence { get; }

    /// <summary>Letters and digits seen, those left out too.</summary>
    public int Letters { get; }

    /// <summary>Letters and digits in words that were recognised surely.</summary>
    public int SureLetters { get; }

    /// <summary>Letters and digits in words that may well be something else.</summary>
    public int DoubtfulLetters { get; }

    /// <summary>Ideographs, kana and hangul.</summary>
    public int EastAsianLetters { get; }

    /// <summary>The mean confidence of those.</summary>
    public double EastAsianConfidence { get; }

    /// <summary>Whether a tenth of its letters are such, more than specks and icons are taken for.</summary>
    public bool ShowsEastAsian => EastAsianLetters > 0 && EastAsianLetters * 10 >= Letters;

    /// <summary>
    /// Whether a reading in an East Asian language alone is no worse than one in all languages. Digits and Latin letters look surer in the latter,
    /// and are read no better: where it saw ideographs as well, they alone are compared.
    /// </summary>
    /// <param name="any">The reading in all languages.</param>
    /// <param name="mostLoss">How much less sure it may be.</param>
    public bool IsAsSureAs(RecognizedText any, double mostLoss) => any.ShowsEastAsian
        ? EastAsianConfidence >= any.EastAsianConfidence - mostLoss
        : Confidence >= any.Confidence - mostLoss;

    /// <summary>Text without tables.</summary>
    /// <param name="words">The words, as <c>tesseract</c> tells them.</param>
    public static RecognizedText Of(string words) => Of(words, []);

    /// <summary>Text and tables.</summary>
    /// <param name="body">The words outside of tables, as <c>tesseract</c> tells them.</param>
    /// <param name="tables">The tables: where they stand among the words, and the words of each sheet.</param>
    public static RecognizedText Of(string body, IReadOnlyList<(RuledTable Table, PixelArea Place, IReadOnlyList<(CellSheet Sheet, string Words)> Sheets)> tables)
    {
        var words = RecognizedWord.Parse(body);
        var inTables = tables.Select(table => table.Sheets.Select(sheet => (sheet.Sheet, Words: (IReadOnlyList<RecognizedWord>)RecognizedWord.Parse(sheet.Words))).ToList()).ToList();
        var all = new RecognizedText([.. words, .. inTables.SelectMany(sheets => sheets.SelectMany(sheet => sheet.Words))]);
        if (all.SureLetters < LeastSureLetters)
        {
            return new RecognizedText([.. words]);
        }

        var blocks = WordJoin.Paragraphs(words).Select(paragraph => (Block: new RecognizedBlock(paragraph.Text), paragraph.Place)).ToList();
        foreach (var (table, sheets) in tables.Zip(inTables))
        {
            var rows = TableReading.Rows(table.Table, sheets);
            if (rows.Count > 0)
            {
                blocks.Insert(PlaceOf(table.Place, blocks), (new RecognizedBlock("", rows), table.Place));
            }
        }

        return new RecognizedText([.. words, .. inTables.SelectMany(sheets => sheets.SelectMany(sheet => sheet.Words))]) { Blocks = [.. blocks.Select(block => block.Block)] };
    }

    // After the last that stands above it in its column; before the first below it if there is none.
    private static int PlaceOf(PixelArea table, List<(RecognizedBlock Block, PixelArea Place)> blocks)
    {
        var middle = (table.Top + table.Bottom) / 2;
        var above = blocks.FindLastIndex(block => InColumn(block.Place) && block.Place.Bottom <= middle);
        var below = blocks.FindIndex(block => InColumn(block.Place) && block.Place.Top >= middle);
        return above >= 0 ? above + 1 : below >= 0 ? below : blocks.Count;

        bool InColumn(PixelArea place) => place.Left < table.Right && table.Left < place.Right;
    }
}
