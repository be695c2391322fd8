using System.Globalization;
using System.Text;

namespace Longleaf.Documents.Formats.PlainText.Charsets;

/// <summary>
/// Finds the charset in which a text is most probable, of those before Unicode. Of one byte: letters that follow each other as in a language
/// cost little; letters of other languages, signs in place of letters, capitals within words and control characters much. Of two bytes:
/// characters cost by how common they are in the language.
/// </summary>
internal static class LegacyCharsets
{
    // Costs in sixteenths of a nat, as the models have them.
    private const int Unit = 16;
    private const int Impossible = 14 * Unit;
    private const int OtherScript = 12 * Unit;
    private const int OtherSign = 10 * Unit;
    private const int OtherLetter = 9 * Unit;
    private const int CommonSign = (4 * Unit) + (Unit / 2);
    private const int SignAfterSign = 4 * Unit;
    private const int CapitalInWord = 4 * Unit;

    // What is ASCII tells the language, and only through it the charset; much of it is markup and English in any case.
    private const double AsciiWeight = 0.4;

    // And of what is ASCII no more counts than a page, or four times what is not: a sentence at the end of a long list decides, not the list.
    private const double MaxAsciiShare = 4;
    private const double EnoughAscii = 1000;

    // Words do not mix scripts.
    private const int OtherScriptInWord = 6 * Unit;

    // Quotes, dashes and the signs that people type.
    private const string CommonSigns = "\u00A0“”„‘’‚«»–—…§°№€£©®™•·ªº¿¡½¼¾²³±×´";

    private enum Kind : byte
    {
        Other,
        Lower,
        Upper,
        Sign,
    }

    /// <summary>The best candidate for a text that is not all ASCII.</summary>
    public static Encoding Detect(ReadOnlySpan<byte> text)
    {
        var pairs = BytePairs.Of(text);
        var hasWords = pairs.HasWords();
        var (best, lowest) = (1252, double.MaxValue);
        var weight = AsciiWeight * Math.Min(1, Math.Max(EnoughAscii, MaxAsciiShare * Count(pairs.Upper)) / Math.Max(1, Count(pairs.Ascii)));
        var asciiCosts = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var candidate in CharsetCandidate.All)
        {
            var characters = candidate.Characters();
            foreach (var language in candidate.Languages)
            {
                var model = LanguageModel.All[language];
                if (model.Script != Script.Latin && !hasWords)
                {
                    continue;
                }

                if (!asciiCosts.TryGetValue(language, out var ascii))
                {
                    asciiCosts[language] = ascii = weight * AsciiCost(pairs, model);
                }

                var cost = ascii + (candidate.Rarity * Unit) + UpperCost(pairs, model, characters);
                if (cost < lowest)
                {
                    (best, lowest) = (candidate.CodePage, cost);
                }
            }
        }

        var english = weight * AsciiCost(pairs, LanguageModel.All["eng"]);
        foreach (var candidate in MultiByteCharset.All)
        {
            var cost = english + (Unit * candidate.CostOf(text));
            if (cost < lowest)
            {
                (best, lowest) = (candidate.CodePage, cost);
            }
        }

        return Encoding.GetEncoding(best);
    }

    private static double Count(List<(byte First, byte Second, int Count)> pairs)
    {
        var count = 0.0;
        foreach (var pair in pairs)
        {
            count += pair.Count;
        }

        return count;
    }

    // Words of English are met in texts of every language; a language of another script writes nothing else in ASCII.
    private static double AsciiCost(BytePairs pairs, LanguageModel model)
    {
        var english = LanguageModel.All["eng"];
        var cost = 0.0;
        foreach (var (first, second, count) in pairs.Ascii)
        {
            var (a, b) = (AsciiClass(first), AsciiClass(second));
            var inEnglish = english.Cost(a, b);
            cost += (double)count * (model.Script == Script.Latin ? Math.Min(model.Cost(a, b), inEnglish) : inEnglish);
        }

        return cost;
    }

    private static int AsciiClass(byte unit) => (unit | 0x20) is >= 'a' and <= 'z' and var letter ? letter - 'a' + 1 : LanguageModel.NoLetter;

    private static double UpperCost(BytePairs pairs, LanguageModel model, char[] characters)
    {
        Span<(byte Class, byte Cost, Kind Kind)> looks = stackalloc (byte, byte, Kind)[256];
        for (var value = 0; value < 256; value++)
        {
            looks[value] = Look(characters[value], model);
        }

        var cost = 0.0;
        foreach (var (first, second, count) in pairs.Upper)
        {
            var (a, b) = (looks[first], looks[second]);
            var one = model.Cost(a.Class, b.Class) + b.Cost;
            one += a.Kind == Kind.Lower && b.Kind == Kind.Upper ? CapitalInWord : 0;
            one += model.Script != Script.Latin && IsMixed(first, a.Class, second, b.Class) ? OtherScriptInWord : 0;
            one += a.Kind == Kind.Sign && b.Kind == Kind.Sign ? SignAfterSign : 0;
            cost += (double)count * one;
        }

        return cost;
    }

    private static bool IsMixed(byte first, int firstClass, byte second, int secondClass) =>
        (AsciiClass(first) != LanguageModel.NoLetter && second >= 0x80 && secondClass != LanguageModel.NoLetter)
        || (AsciiClass(second) != LanguageModel.NoLetter && first >= 0x80 && firstClass != LanguageModel.NoLetter);

    private static (byte Class, byte Cost, Kind Kind) Look(char character, LanguageModel model)
    {
        var kind = char.IsLower(character) ? Kind.Lower : char.IsUpper(character) ? Kind.Upper : Kind.Other;
        var found = (byte)model.ClassOf(char.ToLowerInvariant(character));
        if (found != LanguageModel.NoLetter || character < 0x80)
        {
            return (found, 0, kind);
        }

        return char.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => (0, Impossible, Kind.Other),
            _ when character == '\uFFFD' => (0, Impossible, Kind.Other),
            <= UnicodeCategory.NonSpacingMark => (0, (byte)(Scripts.Of(character) == model.Script ? OtherLetter : OtherScript), kind),
            _ => (0, (byte)(CommonSigns.Contains(character, StringComparison.Ordinal) ? CommonSign : OtherSign), Kind.Sign),
        };
    }
}
