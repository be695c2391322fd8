namespace Longleaf.Documents.Formats.PlainText.Charsets;

/// <summary>Which byte follows which in a text, and how often: all that is looked at to tell charsets of one byte apart.</summary>
internal sealed class BytePairs
{
    private const double WordShare = 0.3;

    private BytePairs(List<(byte First, byte Second, int Count)> ascii, List<(byte First, byte Second, int Count)> upper) => (Ascii, Upper) = (ascii, upper);

    /// <summary>Pairs that are the same in every charset.</summary>
    public List<(byte First, byte Second, int Count)> Ascii { get; }

    /// <summary>Pairs with a byte that charsets differ in.</summary>
    public List<(byte First, byte Second, int Count)> Upper { get; }

    /// <summary>Whether most bytes outside of ASCII stand together, as they do where words are written with them and not a letter here and there.</summary>
    public bool HasWords()
    {
        var (all, followed) = (0L, 0L);
        foreach (var (first, second, count) in Upper)
        {
            all += first >= 0x80 ? count : 0;
            followed += (first & second) >= 0x80 ? count : 0;
        }

        return followed > all * WordShare;
    }

    public static BytePairs Of(ReadOnlySpan<byte> text)
    {
        var counts = new int[256 * 256];
        var before = (byte)' ';
        foreach (var unit in text)
        {
            counts[(before << 8) | unit]++;
            before = unit;
        }

        List<(byte, byte, int)> ascii = [], upper = [];
        for (var pair = 0; pair < counts.Length; pair++)
        {
            if (counts[pair] > 0)
            {
                ((pair & 0x8080) == 0 ? ascii : upper).Add(((byte)(pair >> 8), (byte)pair, counts[pair]));
            }
        }

        return new BytePairs(ascii, upper);
    }
}
