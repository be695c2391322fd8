using System.CommandLine;
using System.Globalization;
using Longleaf.Bench.Ranking;
using Longleaf.Documents;
using Longleaf.Evaluation.Data;
using Longleaf.Reading;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Planning;

namespace Longleaf.Bench.Commands;

/// <summary><c>train-ranking</c>: fits the weights that rank the sentences of passages on some questions, and reports on others.</summary>
internal static class TrainRankingCommand
{
    // What comes below these is never shown.
    private const int Sentences = 40;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var write = new Option<string?>("--write") { Description = "Write the weights into this table (src/Longleaf.Reading/Extractive/Statements/ranking-weights.tsv)." };
        var command = new Command("train-ranking", "Fits the weights that rank sentences (half of NQ and DRCD, XQuAD), and reports on others (the other halves, CMRC).") { write };
        command.SetAction((parsed, cancellationToken) =>
        {
            Run(parsed.GetValue(write), cancellationToken);
            return Task.FromResult(0);
        });
        return command;
    }

    private static void Run(string? path, CancellationToken cancellationToken)
    {
        var sets = QuestionSets.Read(EvaluationData.Find(), ["nq", "drcd", "cmrc", "xquad-en", "xquad-zh"]);
        ReadableDocument[] documents = [.. sets.Select(Pool)];
        var scope = new ReadingScope(documents, []);
        var lists = sets.ToDictionary(set => set.Name, set => set.Questions.Select(question => Find(question, documents, scope, cancellationToken)).ToArray());
        RankedList[] seen = [.. Half(lists["nq"], 0), .. Half(lists["drcd"], 0), .. lists["xquad-en"], .. lists["xquad-zh"]];
        var weights = RankingTrainer.Fit(seen, SentenceFeatures.Names.Count);
        var none = new double[weights.Length];
        foreach (var (name, questions) in new[] { ("fitted on", seen), ("nq, other half", Half(lists["nq"], 1)), ("drcd, other half", Half(lists["drcd"], 1)), ("cmrc", lists["cmrc"]) })
        {
            Console.WriteLine($"{name,-18} {questions.Length,6:N0} questions  answer first: by rules {Share(questions, none):.000}, with weights {Share(questions, weights):.000}");
        }

        var table = string.Concat(SentenceFeatures.Names.Zip(weights, (name, weight) => string.Create(CultureInfo.InvariantCulture, $"{name}\t{weight:0.000}\n")));
        Console.Write(table);
        if (path is not null)
        {
            File.WriteAllText(path, table);
        }
    }

    private static RankedList[] Half(RankedList[] lists, int half) => [.. lists.Where((_, i) => i % 2 == half)];

    private static double Share(RankedList[] lists, double[] weights) => (double)lists.Count(list => list.IsAnswered(weights)) / lists.Length;

    private static ReadableDocument Pool(QuestionSet set) => ReadableDocument.FromBlocks(
        set.Name,
        set.Name + ".txt",
        new DocumentInfo { Format = Documents.DocumentFormat.PlainText },
        set.Units.SelectMany(unit => (Block[])
        [
            new Block { Kind = BlockKind.Heading, Level = 1, Text = "# " + unit.Title.ReplaceLineEndings(" ") },
            new Block { Kind = BlockKind.Paragraph, Text = unit.Text.ReplaceLineEndings(" ") },
        ]));

    private static RankedList Find(KnownQuestion asked, ReadableDocument[] documents, ReadingScope scope, CancellationToken cancellationToken)
    {
        var question = QuestionReader.Read(new Conversation { Documents = documents, Turns = [new Turn(TurnAuthor.User, asked.Text)] });
        string[] answers = [.. asked.Answers.Select(Plain)];
        RankedStatement[] ranked = [.. StatementRanker.Rank(question, Query.Of(question, scope.Search), scope, cancellationToken).Take(Sentences)];
        return new RankedList(
            [.. ranked.Select(statement => statement.Score - RankingWeights.Add(statement.Features))],
            [.. ranked.Select(statement => statement.Features.ToArray())],
            [.. ranked.Select(statement => Plain(statement.Statement.Text)).Select(text => answers.Any(answer => text.Contains(answer, StringComparison.Ordinal)))]);
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
