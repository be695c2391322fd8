using System.Text.Json;
using Longleaf.Documents.Formats.Csv;
using Longleaf.Evaluation.Data;

namespace Longleaf.Evaluation.Questions;

/// <summary>HotpotQA: questions that take two paragraphs, which are known by their titles.</summary>
/// <param name="Paragraphs">The paragraphs, as a set without questions of one paragraph.</param>
/// <param name="Questions">What is asked, the positions of the paragraphs that it takes, and the answer, if it is known.</param>
internal sealed record HotpotSet(QuestionSet Paragraphs, IReadOnlyList<(string Text, IReadOnlyList<int> Units, string? Answer)> Questions)
{
    /// <summary>What both parts are called together.</summary>
    public const string SetName = "hotpot";

    /// <summary>What it is called.</summary>
    public string Name => Paragraphs.Name;

    /// <summary>The two parts that there are.</summary>
    public static IReadOnlyList<HotpotSet> Read(EvaluationData data) => [Pooled(data), Train(data)];

    // 250 questions over the paragraphs of all; the file has published rankings besides.
    private static HotpotSet Pooled(EvaluationData data)
    {
        var units = new List<QuestionUnit>();
        foreach (var line in data.Lines("qa", "hotpot", "corpus.jsonl"))
        {
            using var row = JsonDocument.Parse(line);
            units.Add(new QuestionUnit(row.RootElement.GetProperty("title").GetString()!, row.RootElement.GetProperty("text").GetString()!));
        }

        var (byTitle, asked) = (ByTitle(units), new Dictionary<string, (string, IReadOnlyList<int>, string?)>(StringComparer.Ordinal));
        using var file = File.OpenText(data.Path("qa", "hotpot", "questions.csv"));
        var rows = Rows(new CsvReader(file, ',')).ToList();
        var (question, titles) = (rows[0].IndexOf("question"), rows[0].IndexOf("gold_titles"));
        foreach (var row in rows.Skip(1).Where(row => row.Count == rows[0].Count))
        {
            int[] gold = [.. row[titles].Split(" | ").Where(byTitle.ContainsKey).Select(title => byTitle[title])];
            if (gold.Length > 1)
            {
                asked.TryAdd(row[question], (row[question], gold, null));
            }
        }

        return new HotpotSet(new QuestionSet(SetName, units, []), [.. asked.Values]);
    }

    private static HotpotSet Train(EvaluationData data)
    {
        using var corpus = JsonDocument.Parse(File.ReadAllText(data.Path("qa", "hotpot_train100", "corpus.json")));
        QuestionUnit[] units = [.. corpus.RootElement.EnumerateObject().Select(entry => new QuestionUnit(entry.Name, string.Concat(entry.Value.EnumerateArray().Select(sentence => sentence.GetString()))))];
        var byTitle = ByTitle(units);
        using var questions = JsonDocument.Parse(File.ReadAllText(data.Path("qa", "hotpot_train100", "questions.json")));
        var asked = questions.RootElement.EnumerateArray().Select(row => (
            Text: row.GetProperty("question").GetString()!,
            Units: (IReadOnlyList<int>)[.. row.GetProperty("supporting_facts").EnumerateArray().Select(fact => fact[0].GetString()!).Distinct().Where(byTitle.ContainsKey).Select(title => byTitle[title])],
            Answer: (string?)row.GetProperty("answer").GetString()));
        return new HotpotSet(new QuestionSet("hotpot-train", units, []), [.. asked.Where(question => question.Units.Count > 1)]);
    }

    private static Dictionary<string, int> ByTitle(IReadOnlyList<QuestionUnit> units) =>
        units.Select((unit, number) => (unit.Title, number)).GroupBy(unit => unit.Title, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().number, StringComparer.Ordinal);

    private static IEnumerable<List<string>> Rows(CsvReader reader)
    {
        var row = new List<string>();
        while (reader.Read(out var cell))
        {
            row.Add(cell.ToString());
            if (reader.EndsRow)
            {
                yield return row;
                row = [];
            }
        }
    }
}
