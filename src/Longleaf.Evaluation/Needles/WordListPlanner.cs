using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Longleaf.Evaluation.Needles;

/// <summary>Makes lists whose commonest words are asked for: RULER's common words and frequent words, with its settings.</summary>
/// <remarks>A list is a document of its own among the haystack's, named in the question: what is asked is to count, not to find.</remarks>
internal sealed partial class WordListPlanner(string language, IReadOnlyList<(string Name, string Text)> haystack, NeedleValues values, Random random)
{
    // qa/ruler/synthetic.yaml: cwe.freq_cw, freq_ucw, num_cw; fwe.alpha.
    private const int CommonTimes = 30;
    private const int OtherTimes = 3;
    private const int CommonWords = 10;
    private const double Alpha = 2.0;

    private const int FrequentWords = 3;
    private const int MadeUpWords = 500;
    private const int Lists = 4;
    private const int WordsOfLine = 10;
    private const int TokensOfWord = 5;
    private const int MinTokens = 2_000;
    private const int MaxTokens = 32_000;

    private static readonly string[] EnglishNames = ["Amber", "Cobalt", "Ivory", "Crimson", "Jade", "Indigo", "Ochre", "Umber"];
    private static readonly string[] ChineseNames = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"];

    /// <summary>The lists and a question for each.</summary>
    /// <param name="wordings">The wordings.</param>
    /// <param name="sample">At most how many of each task; no more than four are made.</param>
    /// <param name="tokens">The haystack's length: a list has a sixty-fourth of it, within bounds.</param>
    public NeedlePlan Plan(NeedleWordings wordings, int sample, long tokens)
    {
        var (questions, documents) = (new List<NeedleQuestion>(), new List<(string, string)>());
        var words = (int)Math.Clamp(tokens / 64, MinTokens, MaxTokens) / TokensOfWord;
        foreach (var (kind, task) in (ReadOnlySpan<(WordingKind, NeedleTask)>)[(WordingKind.CommonWords, NeedleTask.CommonWords), (WordingKind.FrequentWords, NeedleTask.FrequentWords)])
        {
            string[] asked = [.. wordings.Of(kind, language).SelectMany(group => group.Questions)];
            for (var i = 0; i < Math.Min(sample, Lists) && asked.Length > 0; i++)
            {
                var name = Name(documents.Count);
                var (text, expected) = task == NeedleTask.CommonWords ? Common(words) : Frequent(words);
                documents.Add((name + ".txt", text));
                questions.Add(new NeedleQuestion(task, asked[random.Next(asked.Length)].Replace("{document}", name, StringComparison.Ordinal), expected, [], $"({name}.txt)"));
            }
        }

        return new NeedlePlan(questions, [], documents);
    }

    private string Name(int number) => language == "zh" ? $"词表{ChineseNames[number]}" : $"Word list {EnglishNames[number]}";

    private (string Text, string[] Expected) Common(int words)
    {
        var others = Math.Max(CommonWords, (words - (CommonWords * CommonTimes)) / OtherTimes);
        string[] vocabulary = [.. Vocabulary(CommonWords + others)];
        var common = vocabulary[..CommonWords];
        string[] list = [.. common.SelectMany(word => Enumerable.Repeat(word, CommonTimes)), .. vocabulary[CommonWords..].SelectMany(word => Enumerable.Repeat(word, OtherTimes))];
        random.Shuffle(list);
        return (Lines([.. list.Select((word, number) => string.Create(CultureInfo.InvariantCulture, $"{number + 1}. {word}"))]), common);
    }

    private (string Text, string[] Expected) Frequent(int words)
    {
        string[] vocabulary = [.. Enumerable.Range(0, MadeUpWords).Select(_ => MadeUp()).OfType<string>()];
        var zeta = Enumerable.Range(1, vocabulary.Length).Sum(rank => Math.Pow(rank, -Alpha));

        // The first is noise, as in RULER: a run of dots, which is not to be counted.
        string[] list = [.. Enumerable.Range(0, vocabulary.Length).SelectMany(index =>
            Enumerable.Repeat(index == 0 ? "..." : vocabulary[index], (int)Math.Round(words * Math.Pow(index + 1, -Alpha) / zeta)))];
        random.Shuffle(list);
        return (Lines(list), vocabulary[1..(FrequentWords + 1)]);
    }

    private string? MadeUp() => language == "zh"
        ? string.Concat(Enumerable.Range(0, 3).Select(_ => (char)random.Next('\u4e00', '\u9000')))
        : values.Word(6);

    private static string Lines(string[] items) => new StringBuilder().AppendJoin('\n', items.Chunk(WordsOfLine).Select(line => string.Join(' ', line))).ToString();

    // Words that the haystack itself has: a list of them is as hard to find in it as a list can be.
    private IEnumerable<string> Vocabulary(int count)
    {
        var pattern = language == "zh" ? Ideographs() : Words();
        string[] words = [.. haystack.SelectMany(text => pattern.Matches(text.Text).Select(match => match.Value)).Distinct(StringComparer.Ordinal).Take(count * 4)];
        random.Shuffle(words);
        return words.Take(count);
    }

    [GeneratedRegex(@"\b[a-z]{4,10}\b")]
    private static partial Regex Words();

    [GeneratedRegex(@"[\u4e00-\u9fff]{2}")]
    private static partial Regex Ideographs();
}
