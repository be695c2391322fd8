using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Longleaf.Bench.Answers;
using Longleaf.Bench.Retrieval;
using Longleaf.Documents;
using Longleaf.Reading;
using Longleaf.Reading.Extractive;

namespace Longleaf.Bench.Commands;

/// <summary><c>answers</c>: how often the embedded reader tells the known answer, hedges, or refuses, and what it does where there is none.</summary>
internal static partial class AnswersCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var only = new Option<string[]>("--set") { Description = "Measure this set only; may be given more than once." };
        var sample = new Option<int>("--sample") { Description = "At most this many questions of a set, spread over it.", DefaultValueFactory = _ => 400 };
        var wrong = new Option<bool>("--show-wrong") { Description = "Print what was told wrong or refused." };
        var command = new Command("answers", "How often the embedded reader tells the known answer, hedges or refuses; each set asked over its own paragraphs, and over the half without the answer.") { only, sample, wrong };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Console.WriteLine($"{"set",-10} {AnswerScore.Header}");
            foreach (var set in QuestionSet.All().Where(set => parsed.GetValue(only) is not { Length: > 0 } names || names.Contains(set.Name)))
            {
                Console.WriteLine($"{set.Name,-10} {await MeasureAsync(set, parsed.GetValue(sample), parsed.GetValue(wrong), cancellationToken)}");
            }

            return 0;
        });
        return command;
    }

    private static async Task<AnswerScore> MeasureAsync(QuestionSet set, int sample, bool showWrong, CancellationToken cancellationToken)
    {
        var score = new AnswerScore();
        var all = Pool(set.Units);
        ReadableDocument[] halves = [Pool(set.Units.Where((_, i) => i % 2 == 0)), Pool(set.Units.Where((_, i) => i % 2 == 1))];
        var step = Math.Max(1, set.Questions.Count / sample);
        for (var i = 0; i < set.Questions.Count; i += step)
        {
            var question = set.Questions[i];
            var answer = await AskAsync(all, question.Text, cancellationToken);
            var kind = Kind(answer);
            var holds = Holds(answer, question);
            var bold = Bold().Match(answer) is { Success: true } match ? question.Answers.Any(gold => Overlaps(match.Groups["value"].Value, gold)) : (bool?)null;
            score.Add(kind, holds, bold);
            score.AddElsewhere(Kind(await AskAsync(halves[1 - (question.Unit % 2)], question.Text, cancellationToken)));
            if (showWrong && (!holds || kind != AnswerKind.Told || bold == false))
            {
                Console.WriteLine($"[{kind}{(holds ? ", holds" : "")}{(bold == false ? ", bold wrong" : "")}] {question.Text} = {string.Join(" | ", question.Answers.Distinct())}\n    {answer.ReplaceLineEndings(" ")}");
            }
        }

        return score;
    }

    private static async Task<string> AskAsync(ReadableDocument document, string question, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var conversation = new Conversation { Documents = [document], Turns = [new Turn(TurnAuthor.User, question)] };
        await foreach (var part in new EmbeddedReader().AnswerAsync(conversation, cancellationToken))
        {
            text.Append(part is AnswerEvent.Delta delta ? delta.Text : "");
        }

        return text.ToString();
    }

    private static ReadableDocument Pool(IEnumerable<(string Title, string Text)> units) =>
        ReadableDocument.FromBlocks("pool", "pool.txt", new DocumentInfo { Format = Documents.DocumentFormat.PlainText }, units.SelectMany(unit => (Block[])
        [
            new Block { Kind = BlockKind.Heading, Level = 1, Text = "# " + unit.Title.ReplaceLineEndings(" ") },
            new Block { Kind = BlockKind.Paragraph, Text = unit.Text.ReplaceLineEndings(" ") },
        ]));

    private static AnswerKind Kind(string answer) => Near().IsMatch(answer) ? AnswerKind.Near : NotThere().IsMatch(answer) ? AnswerKind.Refused : AnswerKind.Told;

    private static bool Holds(string answer, Question question) =>
        question.Answers.Any(gold => Plain(answer).Contains(Plain(gold), StringComparison.Ordinal));

    private static bool Overlaps(string value, string gold) =>
        Plain(value).Contains(Plain(gold), StringComparison.Ordinal) || (Plain(value).Length > 0 && Plain(gold).Contains(Plain(value), StringComparison.Ordinal));

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex(@"\*\*(?<value>[^*]+)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"^\*\*(?:The documents do not say outright|文档中没有直接说明)")]
    private static partial Regex Near();

    [GeneratedRegex(@"^\*\*(?:The documents do not say|Not in these documents|文档中没有说明|这些文档中没有)")]
    private static partial Regex NotThere();
}
