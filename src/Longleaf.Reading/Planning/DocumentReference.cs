using System.Text.RegularExpressions;

namespace Longleaf.Reading.Planning;

/// <summary>Which documents a question is about, by name ("the 900") or position ("the second document").</summary>
/// <param name="Documents">Their positions; empty when the question does not say.</param>
/// <param name="Words">The words of the question that name them.</param>
/// <param name="PerDocument">Whether each is asked about by itself.</param>
internal sealed partial record DocumentReference(IReadOnlyList<int> Documents, IReadOnlyList<string> Words, bool PerDocument)
{
    // Words of file names that say nothing of which file it is.
    private static readonly HashSet<string> Generic = new(StringComparer.OrdinalIgnoreCase)
    {
        "final", "draft", "copy", "new", "old", "the", "a", "an", "of", "and", "for", "doc", "document", "file", "report", "manual", "text", "pdf", "docx", "epub", "mobi", "txt", "md",
        "csv", "json", "version", "v", "part", "en", "de", "zh", "文档", "文件", "报告", "message",
    };

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    private const string ChineseDigits = "一二三四五六七八九十";

    /// <summary>Finds them.</summary>
    /// <param name="question">The question.</param>
    /// <param name="documents">The conversation's documents.</param>
    /// <param name="byOneWord">Whether one telling word of a longer name is enough: where documents, not facts, are asked about ("summarise Kim").</param>
    public static DocumentReference Find(string question, IReadOnlyList<ReadableDocument> documents, bool byOneWord = false)
    {
        var each = documents.Count > 1 && Each().IsMatch(question);
        if (documents.Count < 2)
        {
            return new DocumentReference([], [], false);
        }

        var (found, words) = ByPosition(question, documents.Count);
        if (found.Count == 0)
        {
            (found, words) = ByName(question, documents, byOneWord);
        }

        return new DocumentReference(found, words, each || (found.Count > 1 && found.Count <= 5));
    }

    /// <summary>The words of a document's name, without its extension.</summary>
    public static IReadOnlyList<string> NameWords(string name) =>
        [.. NameWord().Matches(Path.GetFileNameWithoutExtension(name)).Select(match => match.Value)];

    private static (List<int> Found, List<string> Words) ByPosition(string question, int count)
    {
        var (found, words) = (new SortedSet<int>(), new List<string>());
        foreach (Match match in Position().Matches(question))
        {
            var ordinal = match.Groups["ordinal"].Value.ToLowerInvariant();
            var position = ordinal switch
            {
                "last" => count - 1,
                "最后" => count - 1,
                _ when Array.IndexOf(Ordinals, ordinal) is >= 0 and var index => index,
                _ when ordinal.Length == 1 && ChineseDigits.Contains(ordinal[0], StringComparison.Ordinal) => ChineseDigits.IndexOf(ordinal[0], StringComparison.Ordinal),
                _ => int.TryParse(ordinal, out var number) ? number - 1 : -1,
            };
            if (position >= 0 && position < count)
            {
                found.Add(position);
                words.AddRange(NameWord().Matches(match.Value).Select(word => word.Value));
            }
        }

        return ([.. found], words);
    }

    private static (List<int> Found, List<string> Words) ByName(string question, IReadOnlyList<ReadableDocument> documents, bool byOneWord)
    {
        var names = documents.Select(document => NameWords(document.Name)).ToArray();
        var uses = names.SelectMany(words => words.Distinct(StringComparer.OrdinalIgnoreCase))
            .GroupBy(word => word, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.OrdinalIgnoreCase);
        var (found, words) = (new List<int>(), new List<string>());
        for (var i = 0; i < names.Length; i++)
        {
            var own = names[i].Where(word => uses[word] < names.Length && !Generic.Contains(word) && word.Length > 1).ToArray();
            var mentioned = own.Where(word => Mentions(question, word)).ToArray();

            // A name of several telling words is named by all of them but one; by one alone if it is a number or the only one.
            var one = byOneWord && mentioned.Any(word => uses[word] == 1 && word.Length >= 3 && !word.Any(char.IsAsciiDigit));
            if (one || (mentioned.Length > 0 && (mentioned.Length >= own.Length - 1 || mentioned.Any(word => word.Any(char.IsAsciiDigit) && uses[word] == 1 && !Year().IsMatch(word)))
                && (mentioned.Length == own.Length || own.Length <= 2 || mentioned.Length > 1)))
            {
                found.Add(i);
                words.AddRange(names[i].Where(word => Mentions(question, word)));
            }
        }

        return found.Count == documents.Count && found.Count > 5 ? ([], []) : (found, words);
    }

    /// <summary>Whether a text has a word or a name, not as a part of a longer one.</summary>
    public static bool Mentions(string question, string word)
    {
        for (var at = question.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = question.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !SameWord(question[at - 1], word[0])) && (at + word.Length == question.Length || !SameWord(question[at + word.Length], word[^1])))
            {
                return true;
            }
        }

        return false;
    }

    // Ideographs have no word borders; letters and digits do.
    private static bool SameWord(char outside, char inside) => char.IsAsciiLetterOrDigit(outside) && char.IsAsciiLetterOrDigit(inside);

    [GeneratedRegex(@"\b(?:which|what) (?:of (?:them|the (?:two|three|four|documents|files|contracts|manuals|reports))|document|file|one)\b|\beach (?:of|document|file|one)\b|\bboth\b|\b(?:in|for) (?:all|every) (?:the |of )?(?:documents?|files?)\b|\brespectively\b|\bthe two\b|哪[一]?[个份篇]|各自|分别|两[个份篇者]|每[一]?[个份篇]|都有", RegexOptions.IgnoreCase)]
    private static partial Regex Each();

    [GeneratedRegex(@"\b(?<ordinal>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last) (?:document|file|text|pdf|one|report|contract|manual)\b|\b(?:document|file) (?:no\. ?|number |#)?(?<ordinal>[0-9]{1,2})\b|第(?<ordinal>[一二三四五六七八九十]|[0-9]{1,2})[个份篇](?:文档|文件|文章|合同|报告|材料)?|(?<ordinal>最后)一?[个份篇]", RegexOptions.IgnoreCase)]
    private static partial Regex Position();

    [GeneratedRegex(@"[A-Za-zÀ-ɏ]+|[0-9]+(?:\.[0-9]+)*|[\u4e00-\u9fff]+")]
    private static partial Regex NameWord();

    [GeneratedRegex("^(?:19|20)[0-9]{2}$")]
    private static partial Regex Year();
}
