using System.Text.RegularExpressions;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Exact;

/// <summary>Reads questions for what belongs to something, in English and Chinese: every way to part the words into attribute and entities.</summary>
/// <remarks>Which way was meant, the documents tell: the entity must stand there to the letter.</remarks>
internal static partial class ValueQuestionReader
{
    private const int MaxReadings = 16;
    private const int MaxEntities = 24;
    private const int MaxCore = 1000;

    /// <summary>The readings, those with the longest entity first; none if it asks no such thing.</summary>
    public static IReadOnlyList<ValueQuestion> Read(Question question)
    {
        if (question.Type is AnswerType.Reason or AnswerType.Manner or AnswerType.YesNo)
        {
            return [];
        }

        var core = QuestionFrames.Core(question.Text);
        if (core.Length is < 4 or > MaxCore || Counts().IsMatch(core))
        {
            return [];
        }

        var readings = new List<ValueQuestion>();
        foreach (var (attribute, entities) in Labelled(core).Concat(Quoted(core, question)).Concat(question.Language == AnswerLanguage.Chinese ? Chinese(core) : English(core)).Concat(Named(core)))
        {
            foreach (var parts in Coordinations(entities))
            {
                var reading = new ValueQuestion(attribute.Trim(), parts);
                if (parts.All(part => part.Length > 1) && !readings.Any(other => other.Attribute == reading.Attribute && other.Entities.SequenceEqual(parts)))
                {
                    readings.Add(reading);
                }
            }
        }

        // "The access code" and "the access code for" ask for the same terms.
        return [.. readings.Take(MaxReadings).DistinctBy(reading => (string.Join('\n', reading.Terms), string.Join('\n', reading.Entities)))];
    }

    /// <summary>The parts of a question that names several things in a row ("the north gate, the chapel and the archive").</summary>
    public static IReadOnlyList<string> Parts(string core) => [.. Coordination().Split(core).Select(part => part.Trim()).Where(part => part.Length > 1)];

    // "Key: 4f2a…", "the value of the key "K"".
    private static IEnumerable<(string Attribute, string Entities)> Labelled(string core)
    {
        var key = Key().Match(core);
        if (key.Success)
        {
            yield return ("", key.Groups["key"].Value);
        }
    }

    private static IEnumerable<(string Attribute, string Entities)> Quoted(string core, Question question)
    {
        if (question.Quoted.Count > 0)
        {
            var rest = question.Quoted.Aggregate(core, (text, quoted) => text.Replace(quoted, " ", StringComparison.Ordinal));
            yield return (rest, string.Join(" ; ", question.Quoted));
        }
    }

    private static IEnumerable<(string Attribute, string Entities)> English(string core)
    {
        foreach (Match link in Link().Matches(core))
        {
            yield return (core[..link.Index], Article().Replace(core[(link.Index + link.Length)..], ""));
        }

        var possessive = Possessive().Match(core);
        if (possessive.Success)
        {
            yield return (possessive.Groups["attribute"].Value, possessive.Groups["entity"].Value);
        }

        var verb = Verb().Match(core);
        if (verb.Success)
        {
            yield return (verb.Groups["attribute"].Value, verb.Groups["entity"].Value);
        }
    }

    private static IEnumerable<(string Attribute, string Entities)> Chinese(string core)
    {
        var asked = ChineseAsks().Replace(core, "");
        for (var at = asked.LastIndexOf('的'); at > 0; at = asked.LastIndexOf('的', at - 1))
        {
            yield return (asked[(at + 1)..], ChineseLead().Replace(ChineseLink().Replace(asked[..at], ""), ""));
        }

        var linked = ChineseLinked().Match(core);
        if (linked.Success)
        {
            yield return (linked.Groups["attribute"].Value, ChineseLead().Replace(linked.Groups["entity"].Value, ""));
        }

        var belongs = ChineseBelongs().Match(core);
        if (belongs.Success)
        {
            yield return (belongs.Groups["attribute"].Value, belongs.Groups["entity"].Value);
        }
    }

    // Codes and hyphenated names: whatever the wording around them.
    private static IEnumerable<(string Attribute, string Entities)> Named(string core)
    {
        string[] names = [.. Name().Matches(core).Select(match => match.Value).Distinct().Take(MaxEntities)];
        if (names.Length > 0)
        {
            yield return (names.Aggregate(core, (text, name) => text.Replace(name, " ", StringComparison.Ordinal)), string.Join(" ; ", names));
            foreach (var name in names.Where(_ => names.Length > 1))
            {
                yield return (core.Replace(name, " ", StringComparison.Ordinal), name);
            }
        }
    }

    // "A, B, C and D": whole, and in its parts.
    private static IEnumerable<IReadOnlyList<string>> Coordinations(string entities)
    {
        var whole = Trim(entities);
        if (!whole.Contains(" ; ", StringComparison.Ordinal))
        {
            yield return [whole];
        }

        string[] parts = [.. Coordination().Split(whole).Select(Trim).Where(part => part.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (parts.Length is > 1 and <= MaxEntities || (parts.Length == 1 && whole.Contains(" ; ", StringComparison.Ordinal)))
        {
            yield return parts;
        }
    }

    private static string Trim(string entity) => Determiner().Replace(entity.Trim(' ', ',', '，', '"', '“', '”', '\'', '‘', '’', '「', '」', '《', '》', '`', '?', '？', ':', '：', ';'), "").Trim();

    [GeneratedRegex(@"\bkey\b[^:""“'‘\n]{0,40}[:""“'‘]\s*[""“'‘]?(?<key>[^""”'’\n,，]{2,200}?)[""”'’]?\s*(?:$|[,，.?;\n]|corresponding|value)|\bkey (?:is |of |named |called )?(?<key>[^\s""?,]*[0-9_\-][^\s""?,]*)|键(?:名|值)?\s*(?:为|是|：|:)?\s*[""“「]?(?<key>[A-Za-z0-9_\-.]{2,200})", RegexOptions.IgnoreCase)]
    private static partial Regex Key();

    // What binds an attribute to its owner; participles with their prepositions.
    [GeneratedRegex(@"\s(?:(?:is|are|was|were|has been|have been|had been) )?(?:(?:\w+ed|given|linked|tied|set|known|held|kept|bound|written|put) (?:to|for|with|by|under|against|on|at|in)|belong(?:s|ing)? to|correspond(?:s|ing)? to|for|of|to|with|by|at|in|on|under|behind)\s(?=\S)", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"^(?:the (?:key|name|entity|item|entry|record)s? )(?=[""“'‘\p{L}\p{N}])|^the (?=\S)", RegexOptions.IgnoreCase)]
    private static partial Regex Article();

    [GeneratedRegex(@"^(?:(?:what|which)(?:'s|’s| is| are| was| were)\s)?(?:the )?(?<entity>.{2,200}?)['’]s? (?<attribute>[^'’]{2,100})$", RegexOptions.IgnoreCase)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"^(?:what|which) (?<attribute>.{2,100}?) (?:does|did|do|has|have|had|is|are|was|were|will|must|should|can) (?:the )?(?<entity>.{2,200}?)(?: (?:have|use|carry|get|receive|hold|bear|need|require|possess|go by|given|assigned|been given|been assigned|got|show|take|run on|go with))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Verb();

    [GeneratedRegex(@"(?:分别|各自|一共|总共|都|各)?(?:是|为|有|叫做?|等于|写的是|指)?(?:什么|多少|哪[一几]?[个些位座串组条]|哪些|哪里|几|谁|何)(?:来着|呢|啊)?$|(?:分别|各自|都)$")]
    private static partial Regex ChineseAsks();

    [GeneratedRegex(@"(?:所)?(?:对应|相应|相关|关联|拥有|持有|使用|登记|记录|绑定|分配到?|获得|专属|具有)$")]
    private static partial Regex ChineseLink();

    [GeneratedRegex(@"^(?:关于|对于|至于|与|跟|和|给|为|分配给|属于|在|所有|全部)")]
    private static partial Regex ChineseLead();

    [GeneratedRegex(@"^(?<entity>.{2,200}?)(?:所)?(?:对应|使用|拥有|持有|绑定|登记|分配到?|获得|用|有)的?(?:是)?(?:哪[一几]?[个些位座串组条]|什么|多少|哪些)(?<attribute>.{1,40})$")]
    private static partial Regex ChineseLinked();

    [GeneratedRegex(@"^(?:哪[一几]?[个些位座串组条]|什么|哪些)(?<attribute>.{1,40}?)(?:被)?(?:是)?(?:属于|对应于?|分配给了?|指派给了?|给了|用于|归)(?<entity>.{2,200}?)(?:的)?$")]
    private static partial Regex ChineseBelongs();

    [GeneratedRegex(@"\b(?:how many|how much|how often)\b|有多少|多少[个名位人次种家台件张辆所只条项座本户票场万]|几[个名位次种家台件张辆所只条项座本场]", RegexOptions.IgnoreCase)]
    private static partial Regex Counts();

    [GeneratedRegex(@"[A-Za-z0-9]+(?:[_\-.][A-Za-z0-9]+)+|\b[A-Za-z]+[0-9][A-Za-z0-9]*\b|\b[0-9]{5,}\b")]
    private static partial Regex Name();

    [GeneratedRegex(@"\s*(?:,|;|，|；|、)\s*(?:and |or |as well as |以及|和|及|与|还有)?\s*|\s+(?:and|or|as well as|&)\s+|(?<=[\u4e00-\u9fff”」》])\s*(?:以及|和|及|与|跟|还有)\s*(?=[\u4e00-\u9fff“「《])", RegexOptions.IgnoreCase)]
    private static partial Regex Coordination();

    [GeneratedRegex(@"^(?:the|each of|both|all of|key|name) (?=\S)", RegexOptions.IgnoreCase)]
    private static partial Regex Determiner();
}
