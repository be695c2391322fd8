using System.Text.RegularExpressions;

namespace Longleaf.Reading.Planning;

/// <summary>Which language a question is in, as far as an answer's frame needs to know.</summary>
internal static partial class QuestionLanguage
{
    /// <summary>The language of a question, or the one its role demands.</summary>
    public static AnswerLanguage Of(string question, string? role)
    {
        if (role is not null)
        {
            if (DemandsChinese().IsMatch(role))
            {
                return AnswerLanguage.Chinese;
            }

            if (DemandsEnglish().IsMatch(role))
            {
                return AnswerLanguage.English;
            }
        }

        return Of(question);
    }

    /// <summary>The language of a text.</summary>
    public static AnswerLanguage Of(string text)
    {
        var (ideographs, words, inWord) = (0, 0, false);
        foreach (var character in text)
        {
            // Kana and Hangul: Japanese and Korean have no frame of their own.
            if (character is (>= '\u3041' and <= '\u30ff') or (>= '\uac00' and <= '\ud7a3'))
            {
                return AnswerLanguage.English;
            }

            ideographs += IsIdeograph(character) ? 1 : 0;
            var letter = char.IsAsciiLetter(character);
            words += letter && !inWord ? 1 : 0;
            inWord = letter;
        }

        if (ideographs == 0)
        {
            return AnswerLanguage.English;
        }

        return ChineseFunctionWords().IsMatch(text) || !EnglishFunctionWords().IsMatch(text) || ideographs > 2 * words
            ? AnswerLanguage.Chinese
            : AnswerLanguage.English;
    }

    /// <summary>Whether a character is a Han ideograph of the basic plane.</summary>
    public static bool IsIdeograph(char character) =>
        character is (>= '\u3400' and <= '\u4dbf') or (>= '\u4e00' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff');

    [GeneratedRegex(@"(?:answer|reply|respond|write|speak)\w*\s+(?:only |always )?(?:in|using)\s+(?:simplified |traditional )?(?:chinese|mandarin)|(?:用|以|使用)(?:简体|繁体)?(?:中文|汉语|普通话)", RegexOptions.IgnoreCase)]
    private static partial Regex DemandsChinese();

    [GeneratedRegex(@"(?:answer|reply|respond|write|speak)\w*\s+(?:only |always )?(?:in|using)\s+english|(?:用|以|使用)(?:英文|英语)", RegexOptions.IgnoreCase)]
    private static partial Regex DemandsEnglish();

    [GeneratedRegex("[的是吗呢谁哪几吧请]|什么|多少|如何|怎么|怎样|何时|是否|为何|总结|概括|比较|区别")]
    private static partial Regex ChineseFunctionWords();

    [GeneratedRegex(@"\b(?:who|what|when|where|which|why|how|is|are|does|did|the|of|tell|summari[sz]e|compare)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishFunctionWords();
}
