using System.Text.Json;

namespace Longleaf.Evaluation.OwnDocuments;

/// <summary>
/// Reads a user's questions, one JSON object a line: <c>question</c>; <c>answer</c>, a string, an array of strings any of which is right, or
/// <c>null</c> where the documents do not say; and <c>documents</c>, file names, where a question is put to some of them only.
/// </summary>
internal static class OwnQuestionFile
{
    private const int MaxLineLength = 100_000;
    private const int MaxQuestions = 100_000;

    /// <summary>Reads a file.</summary>
    /// <exception cref="EvaluationException">A line is not of the format; the message says which.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<OwnQuestion> Read(string path)
    {
        var questions = new List<OwnQuestion>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length > MaxLineLength || questions.Count == MaxQuestions)
            {
                throw new EvaluationException($"{path}, line {number}: a line may have {MaxLineLength:N0} characters, a file {MaxQuestions:N0} questions.");
            }

            if (!string.IsNullOrWhiteSpace(line))
            {
                questions.Add(ReadLine(line) ?? throw new EvaluationException(
                    $"{path}, line {number}: this is not {{\"question\": \"…\", \"answer\": \"…\" or [\"…\", \"…\"] or null, \"documents\": [\"file name\", …]}}; documents may be left out."));
            }
        }

        return questions.Count > 0 ? questions : throw new EvaluationException($"{path} has no questions.");
    }

    private static OwnQuestion? ReadLine(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement is { ValueKind: JsonValueKind.Object } row
                && row.TryGetProperty("question", out var question) && question.ValueKind == JsonValueKind.String && question.GetString() is { Length: > 0 } text
                && row.TryGetProperty("answer", out var answer) && Strings(answer) is { } answers
                && (row.TryGetProperty("documents", out var named) ? Strings(named) : []) is { } documents
                ? new OwnQuestion(text, answers, documents)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string[]? Strings(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) => [.. value.EnumerateArray().Select(item => item.GetString()!)],
        _ => null,
    };
}
