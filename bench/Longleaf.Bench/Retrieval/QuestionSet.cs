using System.Text.Json;

namespace Longleaf.Bench.Retrieval;

/// <summary>Paragraphs and the questions that one of them answers.</summary>
/// <param name="Name">What the set is called.</param>
/// <param name="Units">Paragraphs with their titles.</param>
/// <param name="Questions">Questions.</param>
internal sealed record QuestionSet(string Name, IReadOnlyList<(string Title, string Text)> Units, IReadOnlyList<Question> Questions)
{
    /// <summary>The sets that are measured.</summary>
    public static IReadOnlyList<QuestionSet> All() =>
    [
        Nq(),
        Squad("xquad-en", "xquad", "xquad.en.json"),
        Squad("xquad-zh", "xquad", "xquad.zh.json"),
        Squad("cmrc", "cmrc", "cmrc2018_trial.json"),
        Squad("drcd", "drcd", "DRCD_dev.json"),
        Squad("xquad-de", "xquad", "xquad.de.json"),
        Squad("xquad-ru", "xquad", "xquad.ru.json"),
    ];

    private static QuestionSet Nq()
    {
        var units = new Dictionary<(string, string), int>();
        var questions = new List<Question>();
        foreach (var line in File.ReadLines(BenchData.Path("qa", "nq", "nq.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            var unit = (Text(row.RootElement, "title"), Text(row.RootElement, "passage"));
            units.TryAdd(unit, units.Count);
            questions.Add(new Question(
                Text(row.RootElement, "question"), units[unit], [.. row.RootElement.GetProperty("answers").EnumerateArray().Select(answer => answer.GetString()!)]));
        }

        return new QuestionSet("nq", [.. units.Keys], questions);
    }

    private static QuestionSet Squad(string name, params string[] path)
    {
        var units = new List<(string, string)>();
        var questions = new List<Question>();
        using var file = JsonDocument.Parse(File.ReadAllBytes(BenchData.Path(["qa", .. path])));
        foreach (var article in file.RootElement.GetProperty("data").EnumerateArray())
        {
            foreach (var paragraph in article.GetProperty("paragraphs").EnumerateArray())
            {
                foreach (var asked in paragraph.GetProperty("qas").EnumerateArray())
                {
                    var answers = asked.GetProperty("answers").EnumerateArray().Select(answer => Text(answer, "text"));
                    questions.Add(new Question(Text(asked, "question"), units.Count, [.. answers]));
                }

                units.Add((Text(article, "title"), Text(paragraph, "context")));
            }
        }

        return new QuestionSet(name, units, questions);
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
