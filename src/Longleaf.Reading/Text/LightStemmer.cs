namespace Longleaf.Reading.Text;

/// <summary>Takes the commonest endings off Russian words, and the article and commonest endings off Arabic ones.</summary>
/// <remarks>
/// Russian: L. Dolamic and J. Savoy, "Indexing and searching strategies for the Russian language" (2009), the light form: case endings of
/// nouns and adjectives. Arabic: L. Larkey, L. Ballesteros and M. Connell, "Light stemming for Arabic information retrieval" (2007), light10.
/// </remarks>
internal static class LightStemmer
{
    // Longest first.
    private static readonly string[] Russian =
    [
        "иями", "оями", "иях", "иям", "ием", "ией", "ами", "ями", "ого", "его", "ому", "ему", "ыми", "ими", "оях", "оям", "оев",
        "ах", "ях", "ов", "ев", "ей", "ой", "ий", "ый", "ая", "яя", "ое", "ее", "ые", "ие", "ую", "юю", "ою", "ею", "ом", "ем", "ам", "ям", "их", "ых", "ия", "ию", "ии",
        "а", "я", "о", "е", "и", "ы", "у", "ю", "ь", "й",
    ];

    private static readonly string[] ArabicPrefixes = ["وال", "بال", "كال", "فال", "ال", "لل", "و"];
    private static readonly string[] ArabicSuffixes = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"];

    /// <summary>The stem of a folded word; words of other languages as they are.</summary>
    public static Span<char> Stem(Span<char> word) => word[0] switch
    {
        >= '\u0430' and <= '\u044F' when word.Length > 4 => DropSuffix(word, Russian, 3),
        >= '\u0621' and <= '\u064A' when word.Length > 3 => DropSuffix(DropPrefix(word), ArabicSuffixes, 2),
        _ => word,
    };

    private static Span<char> DropPrefix(Span<char> word)
    {
        foreach (var prefix in ArabicPrefixes)
        {
            // A waw alone may be the word's own letter: only before a longer word.
            if (word.StartsWith(prefix) && word.Length - prefix.Length >= (prefix.Length == 1 ? 3 : 2))
            {
                return word[prefix.Length..];
            }
        }

        return word;
    }

    private static Span<char> DropSuffix(Span<char> word, string[] suffixes, int atLeast)
    {
        foreach (var suffix in suffixes)
        {
            if (word.EndsWith(suffix) && word.Length - suffix.Length >= atLeast)
            {
                return word[..^suffix.Length];
            }
        }

        return word;
    }
}
