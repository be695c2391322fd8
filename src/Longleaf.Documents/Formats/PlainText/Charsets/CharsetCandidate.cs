using System.Text;

namespace Longleaf.Documents.Formats.PlainText.Charsets;

/// <summary>A charset of one byte, the languages that are written in it, and how seldom it is met.</summary>
/// <param name="CodePage">Its code page.</param>
/// <param name="Rarity">What it has to be better by than a common one, in nats: decides only where texts come out (nearly) the same.</param>
/// <param name="Languages">The languages.</param>
internal sealed record CharsetCandidate(int CodePage, double Rarity, string[] Languages)
{
    private static readonly string[] Western = ["eng", "deu_1996", "fra", "spa", "por_PT", "ita", "nld", "swe", "dan", "nob", "fin", "isl", "cat"];
    private static readonly string[] Central = ["ces", "slk", "pol", "hun", "hrv", "slv", "ron_1993"];
    private static readonly string[] Cyrillic = ["rus", "bul", "ukr", "bel", "mkd", "srp_cyrl"];
    private static readonly string[] Baltic = ["lit", "lav", "est"];

    /// <summary>All that are told apart. Windows' charsets stand for those of ISO that they contain (8859-1, -8, -9, -11).</summary>
    public static IReadOnlyList<CharsetCandidate> All { get; } =
    [
        new(1252, 0, Western), new(10000, 8, Western), new(850, 8, Western),
        new(1250, 0, Central), new(28592, 0.5, Central), new(852, 4, Central), new(10029, 8, Central),
        new(1251, 0, Cyrillic), new(20866, 0, Cyrillic), new(21866, 1, Cyrillic), new(28595, 0, Cyrillic), new(866, 0, Cyrillic), new(855, 0, Cyrillic),
        new(10007, 0, Cyrillic),
        new(1253, 0, ["ell_monotonic"]), new(28597, 0.3, ["ell_monotonic"]), new(737, 6, ["ell_monotonic"]),
        new(1254, 0, ["tur"]), new(857, 6, ["tur"]),
        new(1255, 0, ["heb"]), new(862, 6, ["heb"]),
        new(1256, 0, ["arb", "pes_1"]), new(28596, 0, ["arb"]), new(720, 6, ["arb"]),
        new(1257, 0, Baltic), new(28603, 0.5, Baltic), new(28594, 1, Baltic),
        new(1258, 0, ["vie"]), new(874, 0, ["tha"]), new(28593, 3, ["epo", "mlt"]),
    ];

    /// <summary>The characters of its bytes.</summary>
    public char[] Characters()
    {
        var bytes = new byte[256];
        for (var value = 0; value < 256; value++)
        {
            bytes[value] = (byte)value;
        }

        return Encoding.GetEncoding(CodePage).GetChars(bytes);
    }
}
