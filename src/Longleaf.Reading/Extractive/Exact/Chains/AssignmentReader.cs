using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Extractive.Exact.Chains;

/// <summary>Reads "X = 123", "X2 takes the value of X1", "copy X1 into X2", "Birch is another name for Maple", 变量X2等于变量X1, 甲又名乙.</summary>
internal static partial class AssignmentReader
{
    // A stretch of code may hold many of them in one statement.
    private const int MaxText = 4000;
    private const int MaxMatches = 200;

    // A name: after a word for what it is, or by itself; several words only where all are capitalised.
    private const string Kind = @"(?:(?:the )?(?:VAR|var|let|const|variable|register|symbol|parameter|constant|cell|field|slot|placeholder|identifier|name|value|number|column|key|word|of|变量|常量|参数|寄存器|符号)\s*)*";
    private const string Letter = @"[\p{L}\p{N}_\-'’-[\u2e80-\uffff]]";
    private const string NoName = @"(?!(?:the|its|that|same|values?|an?|as|of|to|by|with|from|it|whatever|exactly|contents?|equal|is|was|now|then|also|again|in)\b)";
    private const string Token = NoName + @"(?:(?-i:\p{Lu}" + Letter + @"*(?: \p{Lu}" + Letter + @"*){1,3})|[A-Za-z0-9_$]" + Letter + "*(?:[.,]" + Letter + "+)*|-?[0-9][0-9,.]*)";
    private const string Target = @"[""“'‘`「《]?" + Kind + "(?<to>" + Token + @")[""”'’`」》]?";
    private const string Source = @"[""“'‘`「《]?" + Kind + "(?<from>" + Token + @")[""”'’`」》]?";

    private const string ChineseTarget = @"(?:变量|常量|参数|寄存器|符号)?\s?[“「""]?(?<to>[A-Za-z_][A-Za-z0-9_\-]*|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,4}(?=[”」""]?(?:的(?:数)?值|等于|又名|又称|也叫|别名|改名)))[”」""]?(?:的(?:数)?值)?";
    private const string ChineseSource = @"(?:变量|常量|参数|寄存器|符号)?\s?[“「""]?(?<from>[A-Za-z0-9_][A-Za-z0-9_\-.]*)[”」""]?(?:的(?:数)?值)?";

    // Each linear but for the blanks of a token; tried only on statements that hold a name of the chain.
    private static readonly Regex[] Forms = [Equal(), Holds(), Handed(), Given(), Let(), ChineseIs(), ChineseHanded()];

    /// <summary>The assignments of a statement, in order.</summary>
    public static IReadOnlyList<Assignment> Read(Statement statement)
    {
        var text = statement.Text.Length > MaxText ? statement.Text[..MaxText] : statement.Text;
        var found = new List<(int At, Assignment Assignment)>();
        foreach (var form in Forms)
        {
            // A target may be the source of the next: matches may share their borders.
            for (var match = form.Match(text); match.Success && found.Count < MaxMatches; match = form.Match(text, Math.Max(match.Index + 1, Math.Max(match.Groups["from"].Index, match.Groups["to"].Index))))
            {
                var (to, from) = (WithoutKind(match.Groups["to"].Value), WithoutKind(match.Groups["from"].Value.TrimEnd('.', ',')));
                if (!to.Equals(from, StringComparison.OrdinalIgnoreCase) && IsName(to))
                {
                    found.Add((match.Index, new Assignment(to, from, statement)));
                }
            }
        }

        return [.. found.OrderBy(pair => pair.At).Select(pair => pair.Assignment).DistinctBy(assignment => (assignment.Target, assignment.Source))];
    }

    // "Register AX": at the head of a sentence the word for what it is has a capital too.
    private static string WithoutKind(string name) => name.IndexOf(' ', StringComparison.Ordinal) is var blank and > 0 && Kinds().IsMatch(name[..blank]) ? name[(blank + 1)..] : name;

    [GeneratedRegex("^(?:var|variable|register|symbol|parameter|constant|cell|field|slot|placeholder|identifier|the|value|let|set|copy)$", RegexOptions.IgnoreCase)]
    private static partial Regex Kinds();

    private static bool IsName(string target) => !NoNames().IsMatch(target) && !target.All(character => char.IsAsciiDigit(character) || character is ',' or '.');

    [GeneratedRegex("^(?:it|its|he|she|they|that|this|which|who|what|there|value|values|the|a|an|and|then|is|was|number|one|same|variable|var|name|all|both|each|i|we|you|his|her|if|as|so|but|not|to)$", RegexOptions.IgnoreCase)]
    private static partial Regex NoNames();

    [GeneratedRegex($@"{Target}\s*(?::=|<-|←|(?<![=<>!])=(?![=>]))\s*{Source}", RegexOptions.CultureInvariant)]
    private static partial Regex Equal();

    [GeneratedRegex($@"{Target}(?:,? (?:which|who|that),?)? (?:(?:is|was|are|were|has been|had been|be|being|gets?|got|will be|must be) )?(?:(?:now|then|also|later|next|always|simply|again|itself|in turn|thereafter) )?(?:assigned|set (?:to|equal to)|equal to|equals?|given|initiali[sz]ed (?:to|with|as|from)|defined (?:as|to be)|bound to|made equal to|copied from|taken from|derived from|inherit(?:s|ed)? (?:from)?|takes?(?: on)?|took(?: on)?|receives?|received|holds?|held|carries|carried|has|had|contains?|contained|stores?|stored|copies|copied|mirrors?|mirrored|repeats?|repeated|borrows?|borrowed|keeps|kept|shares|shared|adopts|adopted|matches|matched|points? to|refers? to|is)(?: (?:its|the|that|exactly|whatever|a copy of|as|to|by|with|from|same|very|value|values|contents?|number|content|of|as well as|stored in|held by|held in|in))*? {Source}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Holds();

    [GeneratedRegex($@"\b(?:assign|copy|copies|copied|pass|passes|passed|store|stores|stored|put|puts|write|writes|wrote|move|moves|moved|send|sends|sent|bind|load|loads|loaded|transfer|transfers|transferred|hand|hands|handed|give|gives|gave|place|places|placed)(?:s|ed)? (?:(?:the|that|value|values|contents?|number|of|in|same)\s)*{Source} (?:(?:over|on|along|is|was|now)\s)?(?:to|into|in|onto) {Target}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Handed();

    [GeneratedRegex($@"{Source} (?:is|was|gets|has been) (?:(?:then|now|also|later|next)\s)?(?:assigned|copied|passed|stored|written|moved|sent|loaded|transferred|handed|given)(?: (?:on|over|along))? (?:to|into|in|onto) {Target}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Given();

    [GeneratedRegex($@"\b(?:let|set|make|define|initiali[sz]e) {Target} (?:(?:be|to|as|equal(?: to)?|with|the|same|value|of|hold|have|take)\s)+{Source}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Let();

    [GeneratedRegex($@"{ChineseTarget}\s?(?:现在|又|也|再|则|便|就|同样)?(?:是|为|等于|设为|设置为|赋值为|被赋值为|被赋予了?|取自|取|复制自|来自|继承自?|沿用|与|和|同)\s?(?:了)?{ChineseSource}", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseIs();

    [GeneratedRegex($@"(?:将|把){ChineseSource}(?:赋值?|复制|拷贝|传递?|存|写|交)(?:给了?|到了?|入了?|进了?|予)\s?{ChineseTarget}", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseHanded();
}
