using System.Globalization;
using System.Text.RegularExpressions;

namespace Longleaf.Reading.Structured;

/// <summary>Reads numbers as people write them: grouped, with either decimal mark, in words, in Chinese numerals, with a scale behind them.</summary>
internal static partial class NumberReader
{
    private const int Longest = 60;
    private const string ChineseDigits = "零一二三四五六七八九";
    private const string FormalDigits = "零壹贰叁肆伍陆柒捌玖";

    private static readonly Dictionary<string, long> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["zero"] = 0,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["hundred"] = 100,
        ["thousand"] = 1000,
        ["million"] = 1_000_000,
        ["billion"] = 1_000_000_000,
    };

    private static readonly Dictionary<string, int> Scales = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hundred"] = 2,
        ["thousand"] = 3,
        ["million"] = 6,
        ["mn"] = 6,
        ["mio"] = 6,
        ["billion"] = 9,
        ["bn"] = 9,
        ["trillion"] = 12,
        ["百"] = 2,
        ["千"] = 3,
        ["万"] = 4,
        ["萬"] = 4,
        ["百万"] = 6,
        ["千万"] = 7,
        ["亿"] = 8,
        ["億"] = 8,
    };

    /// <summary>The numbers of a text in order, by JSON's grammar, with where they stand.</summary>
    /// <param name="text">The text.</param>
    /// <param name="habits">How its document writes numbers.</param>
    /// <param name="asShare">Whether a percentage is wanted as a share of one.</param>
    public static IEnumerable<(string Number, Range Place)> Read(string text, WritingHabits habits, bool asShare)
    {
        foreach (Match match in Number().Matches(text))
        {
            var place = match.Index..(match.Index + match.Length);
            if (match.Groups["digits"] is { Success: true } digits && digits.Length <= Longest)
            {
                var exponent = match.Groups["scale"] is { Success: true } scale ? Scales[scale.Value] : 0;
                exponent -= asShare && match.Groups["percent"].Success ? 2 : 0;
                var negative = match.Groups["minus"].Success || (match.Groups["open"].Success && match.Groups["close"].Success);
                yield return (Plain(digits.ValueSpan, exponent, negative, habits), place);
            }
            else if (match.Groups["words"].Success && FromWords(match.Value) is { } counted)
            {
                yield return (counted.ToString(CultureInfo.InvariantCulture), place);
            }
            else if (match.Groups["chinese"].Success && FromIdeographs(match.Groups["chinese"].Value) is { } ideographs)
            {
                yield return (ideographs.ToString(CultureInfo.InvariantCulture), place);
            }
        }
    }

    /// <summary>A whole number in digits, English words or Chinese numerals and nothing else; <see langword="null"/> if it is none.</summary>
    public static long? Whole(string written) =>
        long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : FromWords(written) ?? FromIdeographs(written);

    /// <summary>The number of Chinese numerals, such as 三百二十, 二〇二四 or 壹万; <see langword="null"/> if they are none.</summary>
    public static long? FromIdeographs(string numerals)
    {
        if (numerals.Length > 16)
        {
            return null;
        }

        var (total, section, digit, positional) = (0L, 0L, -1L, numerals.Length > 1 && numerals.All(numeral => Digit(numeral) >= 0));
        foreach (var numeral in numerals)
        {
            if (Digit(numeral) is >= 0 and var value)
            {
                digit = positional && digit >= 0 ? (digit * 10) + value : value;
                continue;
            }

            var unit = numeral switch { '十' or '拾' => 10L, '百' or '佰' => 100, '千' or '仟' => 1000, '万' or '萬' => 10_000, '亿' or '億' => 100_000_000, _ => 0 };
            if (unit >= 10_000)
            {
                total = (total + section + Math.Max(0, digit)) * unit;
                section = 0;
            }
            else
            {
                section += (digit < 0 ? 1 : digit) * unit;
            }

            digit = -1;
        }

        return total + section + Math.Max(0, digit);
    }

    private static int Digit(char numeral) => numeral switch
    {
        '〇' or '○' => 0,
        '两' => 2,
        _ when ChineseDigits.IndexOf(numeral, StringComparison.Ordinal) is >= 0 and var digit => digit,
        _ => FormalDigits.IndexOf(numeral, StringComparison.Ordinal),
    };

    private static long? FromWords(string text)
    {
        var (total, current, any) = (0L, 0L, false);
        foreach (Match word in Word().Matches(text))
        {
            if (!Words.TryGetValue(word.Value, out var value))
            {
                continue;
            }

            any = true;
            if (value >= 1000)
            {
                total += Math.Max(1, current) * value;
                current = 0;
            }
            else
            {
                current = value == 100 ? Math.Max(1, current) * value : current + value;
            }
        }

        return any ? total + current : null;
    }

    // Of two different marks the last stands before the decimals; of one, three digits behind it may be a group.
    private static string Plain(ReadOnlySpan<char> written, int exponent, bool negative, WritingHabits habits)
    {
        var (comma, point) = (written.LastIndexOf(','), written.LastIndexOf('.'));
        var mark = Math.Max(comma, point);
        if (mark >= 0 && (comma < 0 || point < 0))
        {
            var repeated = written[..mark].Contains(written[mark]);
            var ambiguous = written.Length - mark - 1 == 3 && written[..mark].TrimStart('0').Length is > 0 and <= 3;
            mark = repeated || (ambiguous && written[mark] == ',' != habits.DecimalComma) ? -1 : mark;
        }

        var (whole, decimals) = (string.Concat(written[..(mark < 0 ? written.Length : mark)].ToString().Where(char.IsAsciiDigit)), mark < 0 ? "" : written[(mark + 1)..].ToString());
        return JsonNumber.Parse($"{(negative ? "-" : "")}{(whole.Length == 0 ? "0" : whole)}{(decimals.Length > 0 ? "." + decimals : "")}e{exponent.ToString(CultureInfo.InvariantCulture)}").ToPlainString(Longest + 20)!;
    }

    [GeneratedRegex(
        @"(?<![\p{Lu}\p{Ll}\p{N}.,_/])(?<![\p{Lu}\p{Ll}\p{N}_][-–])(?:(?<open>\()\s?)?(?<minus>[-−–](?=\s?[$€£¥₹0-9]))?\s?(?:[$€£¥₹]\s?)?(?<digits>[0-9]{1,3}(?:[,.'’\u00a0\u202f ][0-9]{3})+(?:[.,][0-9]+)?(?![0-9])|[0-9]+(?:[.,][0-9]+)?|\.[0-9]+)(?:\s?(?<percent>[%％]))?(?:\s?(?<close>\)))?(?:\s?(?<scale>hundred|thousand|million|billion|trillion|mn|bn|mio|百万|千万|百|千|万|萬|亿|億)(?![a-z]))?"
        + @"|(?<!\p{L})(?<words>(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion)(?:(?:[ \-]|\s+and\s+)(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion)){0,12})(?!\p{L})"
        + @"|(?<chinese>[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億]{1,16})(?=[个名位次种家台件张辆所只条项座本户票场人元年月日天岁小分公千米吨克升％%]|$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
