using System.CommandLine;
using Longleaf.Bench.Texts;

namespace Longleaf.Bench.Commands;

/// <summary><c>runs</c>: text without borders, through isolation and indexing at two sizes: processor time must grow as the text does, memory hardly.</summary>
internal static class RunsCommand
{
    private const double Megabyte = 1_000_000;

    // Time that grows as the size does has the ratio of the sizes; what is above half as much again is not linear.
    private const double Tolerance = 1.5;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var megabytes = new Option<int>("--megabytes") { Description = "The larger size.", DefaultValueFactory = _ => 20 };
        var ratio = new Option<int>("--ratio") { Description = "How many times smaller the other is.", DefaultValueFactory = _ => 4 };
        var only = new Option<string?>("--only") { Description = "The texts whose name holds this." };
        var command = new Command("runs", "Text without borders through isolation and indexing: time and memory at two sizes.") { megabytes, ratio, only };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(megabytes), parsed.GetValue(ratio), parsed.GetValue(only), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int megabytes, int ratio, string? only, CancellationToken cancellationToken)
    {
        await using var reader = await BenchReader.StartAsync(waiting: 1, cancellationToken);
        var folder = Directory.CreateTempSubdirectory("longleaf-bench-");
        var areLinear = true;
        try
        {
            Console.WriteLine($"{"text",-28} {"cpu s",8} {"cpu s",8} {"times",6} {"reader MB",9} {"server MB",9}   at {(double)megabytes / ratio:0.#} and {megabytes} MB, reading and indexing");
            foreach (var text in HostileText.All.Where(text => only is null || text.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
            {
                var path = Path.Combine(folder.FullName, text.FileName);
                text.Create(path, megabytes * 1_000_000L / ratio);
                var small = await TextRun.MeasureAsync(reader, path, Path.Combine(folder.FullName, "out"), cancellationToken, index: true);
                text.Create(path, megabytes * 1_000_000L);
                var large = await TextRun.MeasureAsync(reader, path, Path.Combine(folder.FullName, "out"), cancellationToken, index: true);
                var times = large.Processor / small.Processor;
                // Next to nothing has no ratio worth the name.
                var isLinear = times <= ratio * Tolerance || large.Processor.TotalSeconds < 1;
                areLinear &= isLinear;
                Console.WriteLine(
                    $"{text.Name,-28} {small.Processor.TotalSeconds,8:0.00} {large.Processor.TotalSeconds,8:0.00} {times,6:0.0} {large.ReaderPeak / Megabyte,9:0} {large.ServerGrowth / Megabyte,9:0}   "
                    + $"{(isLinear ? "" : "NOT LINEAR ")}{large.Failure?.Reason}");
                File.Delete(path);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return areLinear ? 0 : 1;
    }
}
