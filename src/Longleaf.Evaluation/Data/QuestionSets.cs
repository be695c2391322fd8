using System.Text.Json;

namespace Longleaf.Evaluation.Data;

/// <summary>Reads the question sets whose questions are answered by one paragraph.</summary>
internal static class QuestionSets
{
    private static readonly Dictionary<string, Func<EvaluationData, string, QuestionSet>> Readers = new(StringComparer.Ordinal)
    {
        ["nq"] = NaturalQuestions,
        ["xquad-en"] = (data, name) => Squad(data, name, "xquad", "xquad.en.json"),
        ["xquad-zh"] = (data, name) => Squad(data, name, "xquad", "xquad.zh.json"),
        ["cmrc"] = (data, name) => Squad(data, name, "cmrc", "cmrc2018_trial.json"),
        ["drcd"] = (data, name) => Squad(data, name, "drcd", "DRCD_dev.json"),
        ["xquad-de"] = (data, name) => Squad(data, name, "xquad", "xquad.de.json"),
        ["xquad-ru"] = (data, name) => Squad(data, name, "xquad", "xquad.ru.json"),
        ["dureader"] = DuReader,
    };

    /// <summary>What the sets are called.</summary>
    public static IReadOnlyCollection<string> Names => Readers.Keys;

    /// <summary>Reads sets.</summary>
    /// <param name="data">Where they are.</param>
    /// <param name="names">Which; empty for all.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<QuestionSet> Read(EvaluationData data, IReadOnlyCollection<string> names) =>
        [.. Readers.Where(reader => names.Count == 0 || names.Contains(reader.Key)).Select(reader => reader.Value(data, reader.Key))];

    private static QuestionSet NaturalQuestions(EvaluationData data, string name)
    {
        var units = new Dictionary<QuestionUnit, int>();
        var questions = new List<KnownQuestion>();
        foreach (var line in data.Lines("qa", "nq", "nq.jsonl"))
        {
            using var row = JsonDocument.Parse(line);
            var unit = new QuestionUnit(Text(row.RootElement, "title"), Text(row.RootElement, "passage"));
            units.TryAdd(unit, units.Count);
            questions.Add(new KnownQuestion(Text(row.RootElement, "question"), units[unit], Strings(row.RootElement, "answers")));
        }

        return new QuestionSet(name, [.. units.Keys], questions);
    }

    private static QuestionSet Squad(EvaluationData data, string name, params string[] path)
    {
        var units = new List<QuestionUnit>();
        var questions = new List<KnownQuestion>();
        using var stream = File.OpenRead(data.Path(["qa", .. path]));
        using var file = JsonDocument.Parse(stream);
        foreach (var article in file.RootElement.GetProperty("data").EnumerateArray())
        {
            foreach (var paragraph in article.GetProperty("paragraphs").EnumerateArray())
            {
                foreach (var asked in paragraph.GetProperty("qas").EnumerateArray())
                {
                    string[] answers = [.. asked.GetProperty("answers").EnumerateArray().Select(answer => Text(answer, "text")).Where(answer => answer.Length > 0).Distinct()];
                    questions.Add(new KnownQuestion(Text(asked, "question"), units.Count, answers));
                }

                units.Add(new QuestionUnit(Text(article, "title"), Text(paragraph, "context")));
            }
        }

        return new QuestionSet(name, units, questions);
    }

    // Each question comes with a few web documents; one paragraph of the first that was annotated holds the answer.
    private static QuestionSet DuReader(EvaluationData data, string name)
    {
        var units = new List<QuestionUnit>();
        var questions = new List<KnownQuestion>();
        foreach (var line in data.Lines("qa", "dureader", "search.train.json.gz"))
        {
            using var row = JsonDocument.Parse(line);
            int[] annotated = [.. row.RootElement.GetProperty("answer_docs").EnumerateArray().Select(number => number.GetInt32()).Take(1)];
            var number = 0;
            foreach (var document in row.RootElement.GetProperty("documents").EnumerateArray())
            {
                if (annotated is [var gold] && gold == number++)
                {
                    var unit = units.Count + document.GetProperty("most_related_para").GetInt32();
                    questions.Add(new KnownQuestion(Text(row.RootElement, "question"), unit, Strings(row.RootElement, "fake_answers")));
                }

                var isContinued = false;
                foreach (var paragraph in Strings(document, "paragraphs"))
                {
                    units.Add(new QuestionUnit(Text(document, "title"), paragraph, isContinued));
                    isContinued = true;
                }
            }
        }

        return new QuestionSet(name, units, questions) { AnswersAreParagraphs = true };
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string[] Strings(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(item => item.GetString() ?? "")];
}
