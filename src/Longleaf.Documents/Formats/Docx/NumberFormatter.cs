using System.Globalization;
using System.Text;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Numbers in the formats of ST_NumberFormat (ECMA-376, 17.18.59).</summary>
internal static class NumberFormatter
{
    private static readonly (int Value, string Sign)[] Roman =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    // One sign for each number; past the last one Word goes on in plain numbers.
    private static readonly Dictionary<string, string> Series = new(StringComparer.Ordinal)
    {
        ["ideographTraditional"] = "甲乙丙丁戊己庚辛壬癸",
        ["ideographZodiac"] = "子丑寅卯辰巳午未申酉戌亥",
        ["ganada"] = "가나다라마바사아자차카타파하",
        ["chosung"] = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
        ["aiueo"] = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ",
        ["aiueoFullWidth"] = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
        ["iroha"] = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ",
        ["irohaFullWidth"] = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン",
        ["decimalEnclosedCircle"] = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
        ["decimalEnclosedCircleChinese"] = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
        ["decimalEnclosedParen"] = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
        ["decimalEnclosedFullstop"] = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
        ["ideographEnclosedCircle"] = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
        ["arabicAlpha"] = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
        ["arabicAbjad"] = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
        ["thaiLetters"] = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
        ["hindiVowels"] = "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह",
        ["hindiConsonants"] = "अआइईउऊऋएऐओऔ",
    };

    // Digit by digit, in other digits.
    private static readonly Dictionary<string, string> Digits = new(StringComparer.Ordinal)
    {
        ["decimalFullWidth"] = "０１２３４５６７８９",
        ["decimalFullWidth2"] = "０１２３４５６７８９",
        ["ideographDigital"] = "〇一二三四五六七八九",
        ["japaneseDigitalTenThousand"] = "〇一二三四五六七八九",
        ["taiwaneseDigital"] = "○一二三四五六七八九",
        ["koreanDigital"] = "영일이삼사오육칠팔구",
        ["koreanDigital2"] = "零一二三四五六七八九",
        ["hindiNumbers"] = "०१२३४५६७८९",
        ["thaiNumbers"] = "๐๑๒๓๔๕๖๗๘๙",
    };

    /// <summary>Writes a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="format">ST_NumberFormat.</param>
    /// <param name="pattern">How the first numbers of the format <c>custom</c> look.</param>
    public static string Format(int number, string format, string? pattern = null) => format switch
    {
        "decimal" => Plain(number),
        "lowerRoman" => InRoman(number),
        "upperRoman" => InRoman(number).ToUpperInvariant(),
        "lowerLetter" => InLetters(number, 'a', 26),
        "upperLetter" => InLetters(number, 'A', 26),
        "russianLower" => InLetters(number, "абвгдежзиклмнопрстуфхцчшщыэюя"),
        "russianUpper" => InLetters(number, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"),
        "hebrew2" => InLetters(number, "אבגדהוזחטיכלמנסעפצקרשת"),
        "hebrew1" => InHebrew(number),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "custom" => number.ToString(new string('0', Math.Clamp(pattern?.IndexOf(',', StringComparison.Ordinal) ?? 1, 1, 9)), CultureInfo.InvariantCulture),
        "ordinal" => Plain(number) + EnglishNumber.OrdinalEnding(number),
        "cardinalText" => EnglishNumber.Cardinal(number),
        "ordinalText" => EnglishNumber.Ordinal(number),
        "hex" => number.ToString("X", CultureInfo.InvariantCulture),
        "chicago" => number < 1 ? Plain(number) : new string("*†‡§"[(number - 1) % 4], Math.Min(((number - 1) / 4) + 1, 30)),
        "numberInDash" => $"- {Plain(number)} -",
        "bullet" or "none" => "",
        _ => InSeries(number, format) ?? HanNumber.Format(number, format) ?? InDigits(number, format) ?? Plain(number),
    };

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? InSeries(int number, string format) =>
        Series.TryGetValue(format, out var signs) && number >= 1 && number <= signs.Length ? signs[number - 1].ToString() : null;

    private static string? InDigits(int number, string format) =>
        Digits.TryGetValue(format, out var digits) ? string.Concat(Plain(number).Select(digit => char.IsAsciiDigit(digit) ? digits[digit - '0'] : digit)) : null;

    private static string InRoman(int number)
    {
        if (number is <= 0 or >= 4000)
        {
            return Plain(number);
        }

        var text = new StringBuilder();
        foreach (var (value, sign) in Roman)
        {
            for (; number >= value; number -= value)
            {
                text.Append(sign);
            }
        }

        return text.ToString();
    }

    // a to z, then aa, bb: Word repeats the letter.
    private static string InLetters(int number, char first, int letters) =>
        number is <= 0 or > 780 ? Plain(number) : new string((char)(first + ((number - 1) % letters)), ((number - 1) / letters) + 1);

    private static string InLetters(int number, string letters) =>
        number is <= 0 or > 780 ? Plain(number) : new string(letters[(number - 1) % letters.Length], ((number - 1) / letters.Length) + 1);

    // Letters by their value, 15 and 16 otherwise than by the rule.
    private static string InHebrew(int number)
    {
        if (number is <= 0 or >= 400)
        {
            return Plain(number);
        }

        var hundreds = number / 100 == 0 ? "" : "קרש"[(number / 100) - 1].ToString();
        return hundreds + (number % 100 is 15 or 16
            ? number % 100 == 15 ? "טו" : "טז"
            : (number % 100 / 10 == 0 ? "" : "יכלמנסעפצ"[(number % 100 / 10) - 1].ToString()) + (number % 10 == 0 ? "" : "אבגדהוזחט"[(number % 10) - 1].ToString()));
    }
}
