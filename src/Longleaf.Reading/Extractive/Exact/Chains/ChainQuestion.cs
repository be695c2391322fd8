using System.Text.RegularExpressions;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Exact.Chains;

/// <summary>A question that follows assignments: which names come to stand for a value, or what value a name comes to stand for.</summary>
/// <param name="Value">The value whose names are asked for; empty where a name's value is.</param>
/// <param name="Name">The name whose value is asked for; else empty.</param>
/// <param name="Counts">Whether how many is asked.</param>
internal sealed partial record ChainQuestion(string Value, string Name, bool Counts)
{
    /// <summary>Whether the wording says that names are assigned values; else the documents must show a chain.</summary>
    public bool IsPlain { get; private init; } = true;

    /// <summary>The question as one of a chain; <see langword="null"/> if it is none.</summary>
    public static ChainQuestion? Read(Question question)
    {
        var text = question.Text;
        foreach (var pattern in (Regex[])[NamesOf(), ValueFirst(), ChineseNamesOf()])
        {
            var names = pattern.Match(text);
            if (names.Success)
            {
                return new ChainQuestion(Clean(names.Groups["value"].Value), "", Count().IsMatch(text));
            }
        }

        foreach (var pattern in (Regex[])[ValueOf(), ChineseValueOf()])
        {
            var value = pattern.Match(text);
            if (value.Success && Clean(value.Groups["name"].Value) is var name && IsIdentifier().IsMatch(name))
            {
                return new ChainQuestion("", name, false);
            }
        }

        // "Which estates are in tax class 4711?": several of something, and one number.
        return Several().IsMatch(text) && Number().Matches(text) is [var only] ? new ChainQuestion(only.Groups["value"].Value, "", false) { IsPlain = false } : null;
    }

    private static string Clean(string text) => text.Trim(' ', '"', '“', '”', '\'', '‘', '’', '「', '」', '`', '.', ',', '?', '？', '。', '，');

    private const string Names = @"(?:variables?|vars?|names?|identifiers?|symbols?|registers?|parameters?|constants?|labels?|aliases|placeholders?|slots?|cells?|fields?)";

    [GeneratedRegex(@"\b" + Names + @"\b.{0,80}?\b(?:assigned|hold(?:s|ing)?|held|have|has|having|equal(?:s|ing)?(?: to)?|contain(?:s|ing)?|carry|carries|carrying|share|sharing|store|storing|stores|set to|with|get|gets|take|takes|resolve(?:s)? to|stand(?:s)? for|evaluate(?:s)? to|end up (?:as|with|being|at|equal to)|come to (?:hold|have|equal|be)|lead(?:s)? to|point(?:s)? to|trace(?:s)? (?:back )?to|refer(?:s)? to|bound to|whose value is|initiali[sz]ed (?:to|with|from))\s+(?:(?:directly|indirectly|ultimately|finally|or|and|up|being|to|with|the|a|same|value|number|of|as|exactly|is)\s+)*[""“'‘`]?(?<value>-?[0-9][0-9A-Za-z,.\-]*|[A-Za-z0-9_\-]*[0-9][A-Za-z0-9_\-]*|(?<=[""“'‘`])[^""”'’`\n]{1,60})", RegexOptions.IgnoreCase)]
    private static partial Regex NamesOf();

    [GeneratedRegex(@"\bvalue (?:of )?[""“]?(?<value>-?[0-9][0-9,.]*)[""”]?\b.{0,60}\b(?:assigned to|held by|carried by|stored in|shared by|given to|passed to)\b.{0,40}\b" + Names + @"\b|\b(?:which|what|all)\s(?:of the )?" + Names + @"\b.{0,60}\bvalue\b.{0,20}?(?<value>-?[0-9][0-9,.]*)", RegexOptions.IgnoreCase)]
    private static partial Regex ValueFirst();

    [GeneratedRegex(@"(?:变量|名称|标识符|参数|常量|寄存器|符号).{0,30}?(?:值|等于|为|是|被?赋(?:值|予))(?:了|为|是|等于|都|成|的|最终|数值|\s)*[“""「]?(?<value>-?[0-9][0-9A-Za-z,.]*)|(?:值|数值)?(?:为|是|等于|被赋(?:值|予)为?了?)\s?[“""「]?(?<value>-?[0-9][0-9A-Za-z,.]*)[”""」]?\s?的(?:所有|全部|各个|那些)?(?:变量|名称|标识符|参数|常量|寄存器|符号)")]
    private static partial Regex ChineseNamesOf();

    [GeneratedRegex(@"\bvalue (?:is |was )?(?:finally |ultimately )?(?:of|assigned to|held by|stored in|in|does|has|for)\s(?:the )?(?:variable |VAR |var |register |symbol )?[""“'`]?(?<name>[A-Za-z_][A-Za-z0-9_]*)[""”'`]?(?:\s(?:have|hold|contain|carry|end up with|finally|ultimately|get|take|equal|at the end|in the end|hold in the end))*\W*$|\bwhat (?:does|is) (?:the )?(?:variable |VAR |var |register )[""“'`]?(?<name>[A-Za-z_][A-Za-z0-9_]*)[""”'`]? (?:equal|hold|contain|set to|assigned|carry)", RegexOptions.IgnoreCase)]
    private static partial Regex ValueOf();

    [GeneratedRegex(@"变量\s?[“""]?(?<name>[A-Za-z_][A-Za-z0-9_]*)[”""]?\s?(?:的(?:最终)?(?:数)?值)?(?:最终|最后)?(?:是|为|等于)(?:什么|多少)")]
    private static partial Regex ChineseValueOf();

    [GeneratedRegex(@"\bhow many\b|多少个|几个", RegexOptions.IgnoreCase)]
    private static partial Regex Count();

    [GeneratedRegex(@"\b(?:which|what|list|find|name|give|identify|all|every)\b|哪些|所有|全部|列出", RegexOptions.IgnoreCase)]
    private static partial Regex Several();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_\-.,](?<![\u4e00-\u9fff]))(?<value>(?!(?:1[0-9]|20)[0-9]{2}(?![0-9]))[0-9]{3,})(?![A-Za-z0-9_\-])")]
    private static partial Regex Number();

    // Capitals, digits or underscores: no word of the language.
    [GeneratedRegex(@"^(?:[A-Z][A-Z0-9_]*|[A-Za-z]+[0-9_][A-Za-z0-9_]*|[a-z]+[A-Z][A-Za-z0-9]*)$")]
    private static partial Regex IsIdentifier();
}
