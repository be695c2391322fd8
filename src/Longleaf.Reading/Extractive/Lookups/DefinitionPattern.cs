using System.Text.RegularExpressions;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Lookups;

/// <summary>The wordings that say who somebody is, or what something is called: copula, apposition, naming.</summary>
internal sealed partial class DefinitionPattern
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    // Words for what people are, a sentence with one beside a name tells something of who it is.
    private const string Roles = "man|woman|lady|gentleman|girl|boy|lad|child|daughter|son|sister|brother|wife|husband|widow|widower|mother|father|uncle|aunt|cousin|nephew|niece|grandson|grandfather|grandmother|orphan|guardian|heir|heiress|friend|neighbour|neighbor|stranger|captain|colonel|major|sergeant|general|doctor|surgeon|lawyer|clerk|servant|housekeeper|governess|master|mistress|merchant|convict|prisoner|king|queen|prince|princess|lord|duke|count|baron|squire|pirate|sailor|seaman|boatswain|cook|soldier|officer|farmer|blacksmith|parson|priest|bishop|curate|teacher|schoolmaster|tutor|professor|scientist|engineer|president|minister|senator|director|manager|founder|chairman|author|writer|poet|painter|composer|singer|actor|actress|player|philosopher|scholar|inventor|physician|nurse|detective|magistrate|banker|shopkeeper|landlord|landlady|tenant|student|pupil|apprentice";

    private readonly Regex _says;
    private readonly Regex? _hints;

    private DefinitionPattern(Regex says, Regex? hints, IReadOnlyList<string> terms)
    {
        _says = says;
        _hints = hints;
        Terms = terms;
    }

    /// <summary>The terms of the name that is asked about; empty where a thing's name is asked for.</summary>
    public IReadOnlyList<string> Terms { get; }

    /// <summary>How clearly a sentence says it: 1 in so many words, 0.5 by a word for what people are beside the name, else 0.</summary>
    public double Strength(string sentence) => _says.IsMatch(sentence) ? 1 : _hints is not null && _hints.IsMatch(sentence) && !Speech().IsMatch(sentence) ? 0.5 : 0;

    /// <summary>The pattern of a question; <see langword="null"/> if it asks neither.</summary>
    public static DefinitionPattern? Of(Question question)
    {
        var person = AsksWho().Match(question.Text);
        if (person.Success)
        {
            return OfName(person.Groups["name"].Value);
        }

        var chinese = ChineseWho().Match(question.Text);
        if (chinese.Success)
        {
            return OfChineseName(chinese.Groups["name"].Value);
        }

        var alias = AsksAlias().Match(question.Text);
        if (alias.Success)
        {
            var name = Regex.Escape(alias.Groups["name"].Value);
            return new DefinitionPattern(
                new Regex($"(?:绰号|外号|诨[名号]|混名|人称|[叫唤呼称][俺我他她]?(?:做|作|为))[^，。！？]{{1,10}}{name}|{name}[^。！？]{{0,20}}(?:绰号|外号|诨[名号]|混名|人称)|{name}['’]s nickname|\\b{name}\\b[^.!?]{{0,40}}(?:nicknamed|known as|called)\\b|(?:nicknamed|known as|called) {name}\\b", Options), null, Analyzed(alias.Groups["name"].Value));
        }

        var thing = AsksName().Match(question.Text);
        if (!thing.Success)
        {
            return null;
        }

        // The name follows the naming word, or the thing itself: "the ship was called Aurora", "the schooner HISPANIOLA".
        var noun = Nouns(thing.Groups["noun"].Value);
        return new DefinitionPattern(new Regex(
            $@"\b(?i:{noun})\b[^.!?]{{0,80}}\b(?:name|named|called)(?:,| is| was)? (?:the )?\p{{Lu}}|\b(?i:{noun})(?:,)? (?:(?:is|was|were|being) )?(?:called|named|known as|christened) (?:the )?\p{{Lu}}|\bthe [""“'‘]?\p{{Lu}}\p{{L}}+(?: \p{{Lu}}\p{{L}}+){{0,2}}[""”'’]? {noun}\b|\bname of the (?i:{noun})(?:,| is| was)+ (?:the )?\p{{Lu}}|\b(?i:the|a|his|her|our|my|good) (?i:{noun}) (?!(?:I|He|She|It|We|You|They)\b)\p{{Lu}}\p{{L}}+|\b\p{{Lu}}\p{{L}}+, (?:the|a|our|my|his) (?:[a-z]+ )?(?i:{noun})\b",
            Options), null, []);
    }

    // A ship may be told of as a schooner.
    private static string Nouns(string noun)
    {
        var stems = Lexicon.Shared.Alternatives(Analyzed(noun)).SelectMany(sets => sets).Where(set => set is [var only] && char.IsAsciiLetter(only[0])).Select(set => Regex.Escape(set[0]) + "[a-z]{0,3}");
        return $"(?:{string.Join('|', stems.Prepend(Regex.Escape(noun)))})";
    }

    private static string[] Analyzed(string text) => [.. TextAnalyzer.Analyze(text).Select(term => term.Term)];

    private static DefinitionPattern OfChineseName(string text)
    {
        // 姓宋名江: a surname may be told apart.
        var (name, surname, given) = (Regex.Escape(text), Regex.Escape(text[..1]), Regex.Escape(text[1..]));
        return new DefinitionPattern(
            new Regex($"{name}(?:者)?[，,]?(?:便|就|乃|本|原)?[是系]|{name}，(?:[^，。]{{0,12}}[人者家官士师]|字|表字|绰号|人称|祖[贯居])|(?:名叫|名唤|唤作|唤做|叫作|叫做|姓名)(?:作|做)?{name}|姓{surname}，?名(?:唤|叫)?{given}|{name}（[^）]{{2,40}}）", Options),
            new Regex($"[人者家官士师长头领员]{name}|{name}[^，。]{{0,6}}(?:人氏|出身)", Options),
            Analyzed(text));
    }

    private static DefinitionPattern OfName(string name)
    {
        // "Long John Silver" is also told as "John Silver" and "Silver".
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var any = Regex.Escape(words[^1]);
        for (var i = words.Length - 2; i >= 0; i--)
        {
            any = $"(?:{Regex.Escape(words[i])} )?{any}";
        }

        var says = new Regex(
            $@"\b{any} (?:is|was|were|are|had been|became) (?:an?|the|my|our|his|her|their|one of)\b|\b{any}, (?:an?|the|once|formerly) (?:[\w'’\-]+ ){{0,4}}[\w'’\-]+[,.;]|\b{any}, (?:my|our|his|her|their) (?:[\w'’\-]+ ){{0,3}}(?:{Roles})\b|\b(?:an?|the|my|our|his|her|their) (?:[\w'’\-]+ ){{0,4}}(?:{Roles}), (?:(?:Mr|Mrs|Dr|Miss|Captain)\.? )?{any}\b(?!['’]s)|\b(?:named|called|name is|name was|name's|name of|name being) {any}\b|\b{any}, (?:he|she) (?:is|was) called\b|\b{any}\b[^.!?;""”]{{0,40}} as (?:an?|the) (?:[\w'’\-]+ ){{0,6}}(?:{Roles})\b",
            Options);
        return new DefinitionPattern(says, new Regex($@"\b{any}\b(?!['’]s)[^.!?;]{{0,90}}\b(?:{Roles})\b|\b(?:{Roles})\b[^.!?;,]{{0,30}}\b{any}\b(?!['’]s)", Options), Analyzed(name));
    }

    [GeneratedRegex(@"\b(?:said|says|cried|replied|answered|asked|returned|whispered|exclaimed|observed|remarked|inquired|began|continued)\b|[""”] ")]
    private static partial Regex Speech();

    [GeneratedRegex(@"^\W*(?i:who) (?:is|was|are|were) (?<name>\p{Lu}[\p{L}.'’\-]+(?: \p{Lu}[\p{L}.'’\-]*){0,3})\W*$")]
    private static partial Regex AsksWho();

    [GeneratedRegex(@"^(?<name>[\u4e00-\u9fff·]{2,6})(?:这个人)?是(?:谁|什么人)[？?]?$")]
    private static partial Regex ChineseWho();

    [GeneratedRegex(@"^(?<name>[\u4e00-\u9fff·]{2,6}?)的?(?:绰号|外号|诨名|诨号|别号|昵称)(?:是|叫)?(?:什么|啥|甚么)|\bwhat (?:is|was) (?<name>\p{Lu}[\p{L} ]{1,40})['’]s nickname", RegexOptions.IgnoreCase)]
    private static partial Regex AsksAlias();

    [GeneratedRegex(@"\bwhat (?:is|was) the (?i:name) of (?:the|a|his|her|their) (?<noun>[a-z]{3,20})\b|\bwhat (?:is|was) the (?<noun>[a-z]{3,20}) (?:called|named)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksName();
}
