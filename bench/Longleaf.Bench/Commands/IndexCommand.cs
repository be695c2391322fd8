using System.CommandLine;
using System.Diagnostics;
using Longleaf.Bench.Indexing;
using Longleaf.Documents;
using Longleaf.Evaluation.Data;
using Longleaf.Reading.Index;

namespace Longleaf.Bench.Commands;

/// <summary><c>index</c>: time, memory and size of indexing a haystack, and how fast it is searched; SQLite FTS5 beside it.</summary>
internal static class IndexCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var haystack = new Option<string>("--haystack") { Description = "Which haystack.", DefaultValueFactory = _ => "haystack-en" };
        var peer = new Option<bool>("--peer") { Description = "Index and search the same passages with SQLite FTS5 too." };
        var command = new Command("index", "Time, memory and size of indexing a haystack, and how fast it is searched.") { haystack, peer };
        command.SetAction((parsed, cancellationToken) =>
        {
            Run(parsed.GetValue(haystack)!, parsed.GetValue(peer), cancellationToken);
            return Task.FromResult(0);
        });
        return command;
    }

    private static void Run(string haystack, bool peer, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("longleaf-bench-");
        try
        {
            var texts = BenchData.Haystack(haystack).Select(entry => (entry.Name, Blocks: Place(entry.Text, out var bytes), Bytes: bytes)).ToList();
            Reading.Text.TokenCounter.Shared.Count("warm");
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            var before = Process.GetCurrentProcess().WorkingSet64;
            var clock = Stopwatch.StartNew();
            var cpu = Process.GetCurrentProcess().TotalProcessorTime;
            var (tokens, passages, most) = (0L, 0, 0L);
            foreach (var (name, blocks, _) in texts)
            {
                var one = Stopwatch.StartNew();
                var builder = new SegmentBuilder(name);
                foreach (var block in blocks)
                {
                    builder.Add(block);
                }

                using var output = File.Create(Path.Combine(folder.FullName, name));
                var summary = builder.Complete(output);
                (tokens, passages, most) = (tokens + summary.Tokens, passages + summary.Passages, Math.Max(most, one.ElapsedMilliseconds));
            }

            var bytes = texts.Sum(text => text.Bytes);
            var size = folder.EnumerateFiles().Sum(file => file.Length);
            var used = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds;
            var peak = Process.GetCurrentProcess().PeakWorkingSet64;
            Console.WriteLine($"{haystack}: {texts.Count} documents, {bytes / 1e6:0.0} MB, {tokens:N0} tokens, {passages:N0} passages");
            Console.WriteLine($"indexed in {clock.Elapsed.TotalSeconds:0.00} s ({used:0.00} s of processor), the slowest document {most} ms");
            Console.WriteLine($"segments {size / 1e6:0.0} MB, {(double)size / bytes:0.00} bytes a byte of text; peak memory {(peak - before) / 1e6:0} MB over the blocks held");

            using var latency = new SearchLatency(folder.FullName, [.. texts.Select(text => (text.Name, text.Blocks))]);
            latency.Measure(peer, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<Block> Place(string text, out long bytes)
    {
        var writer = new CanonicalTextWriter(Stream.Null);
        var blocks = PlainTextBlocks.Of(text).Select(writer.Append).ToList();
        bytes = writer.Bytes;
        return blocks;
    }
}
