using System.Text;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Numbers as they are spoken in Chinese, Japanese and Korean, up to 99,999,999.</summary>
internal static class HanNumber
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Writes a number; <see langword="null"/> if the format is none of these, or cannot say it.</summary>
    public static string? Format(int number, string format) => number is <= 0 or > 99_999_999 ? null : format switch
    {
        "chineseCounting" or "chineseCountingThousand" or "taiwaneseCounting" or "taiwaneseCountingThousand" => Write(number, Digits, "十百千", "万", "零", saysOne: false),
        "japaneseCounting" => Write(number, Digits, "十百千", "万", "", saysOne: false, dropsOne: true),
        "koreanCounting" => Write(number, "영일이삼사오육칠팔구", "십백천", "만", "", saysOne: false, dropsOne: true),
        "koreanLegal" => Write(number, Digits, "十百千", "萬", "", saysOne: false, dropsOne: true),
        "chineseLegalSimplified" => Write(number, "零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万", "零", saysOne: true),
        "ideographLegalTraditional" => Write(number, "零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬", "零", saysOne: true),
        "japaneseLegal" => Write(number, "零壱弐参四伍六七八九", "拾百阡", "萬", "", saysOne: true),
        _ => null,
    };

    // Ten is "十" and not "一十" in Chinese; a hundred is "百" in Japanese and "一百" in Chinese. Places left out within a number are one "零" in Chinese.
    private static string Write(int number, string digits, string units, string tenThousand, string zero, bool saysOne, bool dropsOne = false)
    {
        var text = new StringBuilder();
        if (number >= 10_000)
        {
            text.Append(Write(number / 10_000, digits, units, tenThousand, zero, saysOne, dropsOne)).Append(tenThousand);
            number %= 10_000;
            text.Append(number is > 0 and < 1000 ? zero : "");
        }

        var isOpen = false;
        for (var (place, power) = (3, 1000); place >= 0; place--, power /= 10)
        {
            var digit = number / power % 10;
            if (digit == 0)
            {
                isOpen &= number % power > 0;
                if (isOpen && number % power >= power / 10)
                {
                    text.Append(zero);
                }

                continue;
            }

            var isBareTen = place == 1 && digit == 1 && text.Length == 0;
            var leavesOutOne = digit == 1 && place > 0 && !saysOne && (dropsOne || isBareTen);
            text.Append(leavesOutOne ? "" : digits[digit].ToString()).Append(place > 0 ? units[place - 1].ToString() : "");
            isOpen = true;
        }

        return text.ToString();
    }
}
