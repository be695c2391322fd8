using System.Text.RegularExpressions;

namespace Longleaf.Reading.Structured;

/// <summary>Reads yes and no, as answers of forms and as statements.</summary>
internal static partial class TruthReader
{
    /// <summary>What an answer says; <see langword="null"/> if it says neither.</summary>
    public static bool? Read(string text)
    {
        var answer = text.Trim(' ', '.', '。', '*', '`', '"', '\t');
        return No().IsMatch(answer) ? false : Yes().IsMatch(answer) ? true : null;
    }

    /// <summary>Whether a statement denies.</summary>
    public static bool Denies(string sentence) => Negation().IsMatch(sentence);

    [GeneratedRegex(@"^(?:yes|y|true|on|✓|✔|☑|☒|x|√|included|available|supported|enabled|required|allowed|permitted|standard|active|paid|有|是|是的|真|支持|包含|包括|允许|可以|可|已\S{0,4}|具备)(?:\b|$|(?=[,，;；（(]))", RegexOptions.IgnoreCase)]
    private static partial Regex Yes();

    [GeneratedRegex(@"^(?:no|n|false|off|✗|✘|×|☐|none|not\b.*|without\b.*|un(?:available|supported|paid)|excluded|disabled|inactive|never|无|否|不\S*|没有|未\S*|假|禁止|缺)(?:\b|$|(?=[,，;；（(]))", RegexOptions.IgnoreCase)]
    private static partial Regex No();

    [GeneratedRegex(@"\b(?:not?|never|without|cannot|none|neither|nor|excluded|prohibited|forbidden)\b|n['’]t\b|不(?!仅|但|同)|没有|未(?!来)|无(?!线|论)|禁止|非")]
    private static partial Regex Negation();
}
