using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Longleaf.Reading.Structured;

/// <summary>Finds which keys a request for JSON names where no schema is given: by an example, or in words.</summary>
internal static partial class RequestedKeys
{
    private const int MaxKeys = 60;
    private const int LongestKey = 60;
    private const int LongestExample = 20_000;
    private const int MaxDepth = 8;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    /// <summary>A schema of the keys, null allowed for each; <see langword="null"/> if none are named.</summary>
    /// <param name="texts">What was said, the latest first: the question, then the role.</param>
    public static SchemaNode? Find(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            if (Example(text) is { } example)
            {
                return OfExample(example, JsonPath.Root, 0);
            }

            if (Named(text) is { Count: > 0 } keys)
            {
                return OfKeys(keys);
            }
        }

        return null;
    }

    /// <summary>A question without the words that ask for JSON; as it is if nothing else is left.</summary>
    public static string WithoutRequest(string question)
    {
        var rest = InlineRequest().Replace(RequestSentence().Replace(question, " "), "").Trim();
        return rest.Any(char.IsLetterOrDigit) ? rest : question;
    }

    // The first braces that hold JSON with at least one key.
    private static JsonValue? Example(string text)
    {
        var tries = 0;
        for (var start = text.IndexOf('{'); start >= 0 && tries < 8; start = text.IndexOf('{', start + 1), tries++)
        {
            var (depth, quoted) = (0, false);
            for (var at = start; at < text.Length && at - start < LongestExample; at++)
            {
                quoted ^= text[at] == '"' && text[at - (at > 0 ? 1 : 0)] != '\\';
                depth += quoted ? 0 : text[at] switch { '{' => 1, '}' => -1, _ => 0 };
                if (depth == 0)
                {
                    if (Parse(text[start..(at + 1)]) is { Members.Count: > 0 and <= MaxKeys } example)
                    {
                        return example;
                    }

                    break;
                }
            }
        }

        return null;
    }

    private static JsonValue? Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return JsonValue.From(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SchemaNode OfExample(JsonValue example, string path, int depth)
    {
        var node = new SchemaNode { Path = path };
        switch (example.Kind)
        {
            case JsonValueKind.Object when example.Members.Count > 0 && depth < MaxDepth:
                node.Types = JsonTypes.Object | (depth == 0 ? JsonTypes.None : JsonTypes.Null);
                foreach (var (name, value) in example.Members.Take(MaxKeys))
                {
                    node.Properties[name] = OfExample(value, JsonPath.Member(path, name), depth + 1);
                    node.Required.Add(name);
                }

                break;
            case JsonValueKind.Array:
                node.Types = JsonTypes.Array;
                node.Items = example.Items is [var first, ..] ? OfExample(first, JsonPath.Item(path, 0), depth + 1) : Text(path);

                // An item that is not there is left out, not null.
                node.Items.Types &= ~JsonTypes.Null;
                break;
            case JsonValueKind.Number:
                node.Types = JsonTypes.Number | JsonTypes.Integer | JsonTypes.Null;
                break;
            case JsonValueKind.True or JsonValueKind.False:
                node.Types = JsonTypes.Boolean | JsonTypes.Null;
                break;
            default:
                return OfWord(example.Text, path);
        }

        return node;
    }

    // {"age": "integer"} and {"date": "YYYY-MM-DD"} tell the type by its name.
    private static SchemaNode OfWord(string word, string path)
    {
        var node = Text(path);
        var type = word.Trim('<', '>', ' ', '.', '[', ']').ToLowerInvariant();
        node.Types = type switch
        {
            "number" or "float" or "decimal" or "double" or "数字" => JsonTypes.Number | JsonTypes.Integer | JsonTypes.Null,
            "integer" or "int" or "整数" => JsonTypes.Integer | JsonTypes.Null,
            "boolean" or "bool" or "true/false" or "true|false" or "布尔" => JsonTypes.Boolean | JsonTypes.Null,
            _ => node.Types,
        };
        node.Format = DateExample().IsMatch(type) ? StringFormat.Date : StringFormat.None;
        return node;
    }

    private static SchemaNode OfKeys(IReadOnlyList<string> keys)
    {
        var node = new SchemaNode { Path = JsonPath.Root, Types = JsonTypes.Object };
        foreach (var key in keys)
        {
            node.Properties[key] = Typed(key);
            node.Required.Add(key);
        }

        return node;
    }

    // What only numbers go by is a number; the rest may be anything.
    private static SchemaNode Typed(string key)
    {
        var path = JsonPath.Member(JsonPath.Root, key);
        return Numeric().IsMatch(FieldQuery.Split(key)) ? new SchemaNode { Path = path, Types = JsonTypes.Number | JsonTypes.Integer | JsonTypes.Null } : Text(path);
    }

    private static SchemaNode Text(string path) => new() { Path = path, Types = JsonTypes.String | JsonTypes.Null };

    private static List<string> Named(string text)
    {
        foreach (var pattern in (Regex[])[KeysNamed(), JsonWith(), AsJson(), ChineseKeys(), ChineseJson(), ChineseExtract()])
        {
            var match = pattern.Match(text);
            if (match.Success && Split(match.Groups["keys"].Value) is { Count: > 0 } keys)
            {
                return keys;
            }
        }

        return [];
    }

    private static List<string> Split(string list)
    {
        var keys = new List<string>();
        foreach (var part in Separators().Split(list))
        {
            var key = Trimmed().Match(part).Groups["key"].Value.Trim();
            key = Determiner().Replace(key, "");
            key = TrailingClause().Replace(key, "").Trim(' ', '"', '\'', '`', '“', '”', '「', '」', '*');
            if (key.Length is > 0 and <= LongestKey && key.Count(char.IsWhiteSpace) < 5 && keys.Count < MaxKeys && !keys.Contains(key, StringComparer.OrdinalIgnoreCase))
            {
                keys.Add(key.Contains(' ', StringComparison.Ordinal) ? key.Replace(' ', '_').ToLower(CultureInfo.InvariantCulture) : key);
            }
        }

        return keys;
    }

    [GeneratedRegex(@"(?<=^|[.?!]\s*|\n)(?:please\s+)?(?:answer|respond|reply|return|output|write|give|use|format)\b(?:(?![.?!\n]).){0,60}\bjson\b(?:(?![.?!\n]).){0,40}[.!]?|[,，。]?\s*(?:请)?(?:以|用|按照?|使用)\s*JSON\s*(?:格式|对象|形式)?(?:来)?(?:返回|输出|回答|给出|作答)?[。.]?", RegexOptions.IgnoreCase)]
    private static partial Regex RequestSentence();

    [GeneratedRegex(@",?\s*\b(?:as|in|into|using)\s+(?:an? |valid )*json(?: (?:object|format|document))?(?=\W|$)", RegexOptions.IgnoreCase)]
    private static partial Regex InlineRequest();

    [GeneratedRegex(@"^(?:yyyy[-/]mm[-/]dd|[0-9]{4}-[0-9]{2}-[0-9]{2}|iso(?: ?8601)?(?: date)?|date)$")]
    private static partial Regex DateExample();

    [GeneratedRegex(@"^(?:total|amount|price|quantity|count|number of .+|sum|subtotal|tax|age|year|weight|height|width|depth|score|percentage|(?:total|net|gross|tax|unit) (?:amount|price|cost)|总额|总价|金额|数量|单价|年龄|价格|合计)$", RegexOptions.IgnoreCase)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"\b(?:keys?|fields?|properties|attributes|members)\b(?:\s+(?:named|called|are|as follows|should be|must be))?\s*[:：]?\s+(?<keys>[^.!?\n:;{}]{2,400})", RegexOptions.IgnoreCase)]
    private static partial Regex KeysNamed();

    [GeneratedRegex(@"\bjson(?: (?:object|format|document|output))?,?\s+(?:with|containing|that (?:has|contains)|including|of|having)\s+(?:the |its |their )?(?:(?:keys?|fields?|properties|following)\s*:?\s*)?(?<keys>[^.!?\n:;{}]{2,400})", RegexOptions.IgnoreCase)]
    private static partial Regex JsonWith();

    [GeneratedRegex(@"\b(?:return|extract|give(?: me)?|list|output|provide|find|get|what (?:is|are))\s+(?:me )?(?:the |its |their )?(?<keys>[^.!?\n:;{}]{2,300}?)\s*(?:\bof (?:each|the|this|both|all|every)\b[^.!?\n]{0,80})?\s*,?\s*\b(?:as|in|to|into|using)\s+(?:an? |valid )*json\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsJson();

    [GeneratedRegex(@"(?:字段|键|属性|key)(?:名)?(?:包括|包含|分别为|有|为|是)?\s*[:：]?\s*(?<keys>[^。！？\n:：;；{}]{1,200})")]
    private static partial Regex ChineseKeys();

    [GeneratedRegex(@"(?:JSON|json)(?:对象|格式|的形式|形式)?\s*(?:返回|输出|给出|列出|提取|回答)[,，:：]?\s*(?:包含|包括|字段)?(?<keys>[^。！？\n:：;；{}，,]{1,60}(?:[、，,和及与][^。！？\n:：;；{}、，,]{1,30})*)")]
    private static partial Regex ChineseJson();

    [GeneratedRegex(@"(?:提取|返回|列出|给出|抽取)(?:文[档件中]*(?:中)?的|其中的|出)?(?<keys>[^。！？\n:：;；{}]{1,120}?)[,，]?\s*(?:并)?(?:以|用|按|输出为?|返回为?|生成)\s*(?:JSON|json)")]
    private static partial Regex ChineseExtract();

    [GeneratedRegex(@"\s*[,，、;；]\s*(?:and\s+|和|及)?|\s+(?:and|&|or)\s+|[和及与]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^\s*(?<key>[^(（]{1,80})")]
    private static partial Regex Trimmed();

    [GeneratedRegex(@"^(?:the|an?|its|their|his|her|each|all|and|or|it|them|me|文档中的|文件中的|所有|该)(?:\s+|(?=[\u4e00-\u9fff]))", RegexOptions.IgnoreCase)]
    private static partial Regex Determiner();

    [GeneratedRegex(@"\s+(?:of|from|for|in|as|to|if|that|which|when|only|please|mentioned|found|given|using)\b.*$|(?:等)?(?:字段|信息|的值|即可)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex TrailingClause();
}
