using System.CommandLine;
using System.Text;
using Longleaf.Bench.Serving;

namespace Longleaf.Bench.Commands;

/// <summary><c>serving</c>: what a client waits for: the start, a novel until it is processed, the first words of an answer over three novels.</summary>
internal static class ServingCommand
{
    // Over 500,000 tokens together; the last one has 2.5 MB.
    private static readonly string[] Novels = ["Dickens_Expectations_1861", "Stevenson_Treasure_1883", "Lytton_Novel_1853"];

    private static readonly string[] Questions =
    [
        "Who is Magwitch?",
        "What is the name of the blacksmith?",
        "What did Miss Havisham wear?",
        "Where does Wemmick live?",
        "Who stole the file and the pie?",
        "What is the name of the ship in Treasure Island?",
        "Who was marooned on the island for three years?",
        "What did Jim hear in the apple barrel?",
        "Who is Long John Silver?",
        "What is the black spot?",
        "Who is Squire Hazeldean?",
        "What does Riccabocca smoke?",
        "What is the capital of Mongolia?",
    ];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "How often each question is asked.", DefaultValueFactory = _ => 5 };
        var answers = new Option<bool>("--answers") { Description = "Print the answers too." };
        var command = new Command("serving", "What a client waits for: start, processing, first words of an answer.") { rounds, answers };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(rounds), parsed.GetValue(answers), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int rounds, bool printAnswers, CancellationToken cancellationToken)
    {
        var texts = BenchData.Haystack("haystack-en").ToDictionary(entry => Path.GetFileNameWithoutExtension(entry.Name), entry => entry.Text);
        await using var server = await MeasuredServer.StartAsync(cancellationToken);
        Console.WriteLine($"start to ready: {server.Start.TotalSeconds:0.00} s");

        var ids = new List<string>();
        foreach (var name in Novels)
        {
            var bytes = Encoding.UTF8.GetBytes(texts[name]);
            var (id, tokens, answered, processed) = await server.UploadAsync($"{name}.txt", bytes, cancellationToken);
            ids.Add(id);
            Console.WriteLine(
                $"{name}.txt, {bytes.Length / 1e6:0.00} MB, {tokens:N0} tokens: upload answered after {answered.TotalSeconds:0.00} s, processed after {processed.TotalSeconds:0.00} s");
        }

        var (first, whole) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var question in Questions)
            {
                var answer = await server.AskAsync(ids, question, cancellationToken);
                first.Add(answer.First.TotalMilliseconds);
                whole.Add(answer.Whole.TotalMilliseconds);
                if (printAnswers && round == 0)
                {
                    Console.WriteLine($"\n{question}\n{answer.Answer}");
                }
            }
        }

        Console.WriteLine($"{first.Count} questions over the three: the very first {first[0]:0} ms to first text");
        Console.WriteLine($"first text {Quantiles(first)}");
        Console.WriteLine($"whole answer {Quantiles(whole)}");
        return 0;
    }

    private static string Quantiles(List<double> milliseconds)
    {
        milliseconds.Sort();
        double At(double quantile) => milliseconds[(int)(quantile * (milliseconds.Count - 1))];
        return $"p50 {At(0.5):0} ms, p95 {At(0.95):0} ms, most {milliseconds[^1]:0} ms";
    }
}
