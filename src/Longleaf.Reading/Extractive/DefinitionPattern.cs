using System.Text.RegularExpressions;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive;

/// <summary>The wordings that say who somebody is, or what something is called: copula, apposition, naming.</summary>
internal static partial class DefinitionPattern
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    /// <summary>The pattern of a question; <see langword="null"/> if it asks neither.</summary>
    public static Regex? Of(Question question)
    {
        var person = AsksWho().Match(question.Text);
        if (person.Success)
        {
            return OfName(person.Groups["name"].Value);
        }

        var chinese = ChineseWho().Match(question.Text);
        if (chinese.Success)
        {
            var name = Regex.Escape(chinese.Groups["name"].Value);
            return new Regex($"{name}(?:者)?(?:[，,]?(?:便|就|乃|本|原)?(?:是|系|为)|，[^，。]{{2,14}}[人者家官士师])|(?:叫|名叫|名唤|唤作|姓名)(?:作|做)?{name}", Options);
        }

        var thing = AsksName().Match(question.Text);
        if (!thing.Success)
        {
            return null;
        }

        // The name follows the naming word, or the thing itself: "the ship was called Aurora", "the schooner HISPANIOLA".
        var noun = Regex.Escape(thing.Groups["noun"].Value);
        return new Regex(
            $@"\b(?i:{noun})(?:,)? (?:(?:is|was|were|being) )?(?:called|named|known as|christened) (?:the )?\p{{Lu}}|\bname of the (?i:{noun})(?:,| is| was)+ (?:the )?\p{{Lu}}|\b(?i:the|a|his|her|our|my|good) (?i:{noun}),? (?!(?:I|He|She|It|We|You|They)\b)\p{{Lu}}\p{{L}}+|\b\p{{Lu}}\p{{L}}+, (?:the|a|our|my|his) (?:[a-z]+ )?(?i:{noun})\b",
            Options);
    }

    private static Regex OfName(string name)
    {
        // "Long John Silver" is also told as "John Silver" and "Silver".
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var any = Regex.Escape(words[^1]);
        for (var i = words.Length - 2; i >= 0; i--)
        {
            any = $"(?:{Regex.Escape(words[i])} )?{any}";
        }

        return new Regex(
            $@"\b{any},? (?:is|was|were|are|had been|became) (?:an?|the|my|our|his|her|their|one of)\b|\b{any}, (?:an?|the|my|our|his|her|their|once|formerly) (?:[\w'’\-]+ ){{0,4}}[\w'’\-]+[,.;]|\b(?:an?|the|my|our|his|her|their) (?:[\w'’\-]+ ){{0,4}}[\w'’\-]+, (?:(?:Mr|Mrs|Dr|Miss|Captain)\.? )?{any}\b(?!['’]s)|\b(?:named|called|name is|name was|name's|name of|name being) {any}\b|\b{any}, (?:he|she) (?:is|was) called\b",
            Options);
    }

    [GeneratedRegex(@"^\W*(?i:who) (?:is|was|are|were) (?<name>\p{Lu}[\p{L}.'’\-]+(?: \p{Lu}[\p{L}.'’\-]*){0,3})\W*$")]
    private static partial Regex AsksWho();

    [GeneratedRegex(@"^(?<name>[\u4e00-\u9fff·]{2,6})(?:这个人)?是(?:谁|什么人)[？?]?$")]
    private static partial Regex ChineseWho();

    [GeneratedRegex(@"\bwhat (?:is|was) the (?i:name) of (?:the|a|his|her|their) (?<noun>[a-z]{3,20})\b|\bwhat (?:is|was) the (?<noun>[a-z]{3,20}) (?:called|named)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksName();
}
