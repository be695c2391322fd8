namespace Longleaf.Documents.Formats.Docx;

/// <summary>Numbers in English words, as Word writes them: "One", "Twenty-first".</summary>
internal static class EnglishNumber
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly Dictionary<string, string> Ordinals = new(StringComparer.Ordinal)
    {
        ["one"] = "first",
        ["two"] = "second",
        ["three"] = "third",
        ["five"] = "fifth",
        ["eight"] = "eighth",
        ["nine"] = "ninth",
        ["twelve"] = "twelfth",
    };

    public static string Cardinal(int number) => Capitalized(InWords(number));

    public static string Ordinal(int number)
    {
        var words = InWords(number);
        var start = words.LastIndexOfAny([' ', '-']) + 1;
        var last = words[start..];
        return Capitalized(words[..start] + (Ordinals.TryGetValue(last, out var ordinal) ? ordinal : last.EndsWith('y') ? last[..^1] + "ieth" : last + "th"));
    }

    public static string OrdinalEnding(int number) => (number % 100) is >= 11 and <= 13 ? "th"
        : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };

    private static string Capitalized(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string InWords(int number) => number switch
    {
        < 0 => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        < 20 => Small[number],
        < 100 => Tens[number / 10] + (number % 10 == 0 ? "" : "-" + Small[number % 10]),
        < 1000 => $"{Small[number / 100]} hundred{Rest(number % 100)}",
        < 1_000_000 => $"{InWords(number / 1000)} thousand{Rest(number % 1000)}",
        _ => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private static string Rest(int number) => number == 0 ? "" : " " + InWords(number);
}
