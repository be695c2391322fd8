using System.CommandLine;
using System.Diagnostics;
using Longleaf.Bench.Retrieval;
using Longleaf.Documents;
using Longleaf.Reading;
using Longleaf.Reading.Index;
using Longleaf.Reading.Text;

namespace Longleaf.Bench.Commands;

/// <summary><c>retrieval</c>: how often the paragraph that answers a question is found, all sets in one pool.</summary>
internal static class RetrievalCommand
{
    private const int Top = 200;
    private static readonly int[] Budgets = [1_000, 4_000];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var haystack = new Option<bool>("--haystack") { Description = "Add the novels and classics to the pool (about 16M tokens)." };
        var only = new Option<string[]>("--set") { Description = "Measure this set only; may be given more than once." };
        var command = new Command("retrieval", "How often the paragraph that answers a question is found, all sets in one pool.") { haystack, only };
        command.SetAction((parsed, cancellationToken) =>
        {
            Run(parsed.GetValue(haystack), parsed.GetValue(only) ?? [], cancellationToken);
            return Task.FromResult(0);
        });
        return command;
    }

    private static void Run(bool haystack, string[] only, CancellationToken cancellationToken)
    {
        var sets = QuestionSet.All();
        var (documents, starts, plain) = (new List<ReadableDocument>(), new List<long[]>(), new PlainBm25());
        foreach (var set in sets)
        {
            var (document, unitStarts) = Index(set);
            documents.Add(document);
            starts.Add(unitStarts);
            foreach (var (title, text) in set.Units)
            {
                plain.Add($"{title} {text}");
            }
        }

        if (haystack)
        {
            foreach (var (name, text) in BenchData.Haystack("haystack-en").Concat(BenchData.Haystack("haystack-zh")))
            {
                documents.Add(ReadableDocument.FromBlocks(name, name, new DocumentInfo { Format = Documents.DocumentFormat.PlainText }, PlainTextBlocks.Of(text)));
            }
        }

        var search = new PassageSearch(documents);
        Console.WriteLine($"Pool: {documents.Count} documents, {search.PassageCount:N0} passages, {documents.Sum(document => document.Segment.Tokens):N0} tokens");
        Console.WriteLine($"{"set",-10} {"questions",9}  {"R@1/5/10",-14}  {"plain R@1/5/10",-14}  answer in {string.Join('/', Budgets)} tokens  ms a question");
        var firstUnit = 0;
        for (var i = 0; i < sets.Count; i++)
        {
            if (only.Length == 0 || only.Contains(sets[i].Name))
            {
                Measure(sets[i], i, starts[i], search, plain, firstUnit, !haystack, cancellationToken);
            }

            firstUnit += sets[i].Units.Count;
        }
    }

    private static (ReadableDocument Document, long[] UnitStarts) Index(QuestionSet set)
    {
        var blocks = new List<Block>();
        var unitBlocks = new List<int>();
        foreach (var (title, text) in set.Units)
        {
            // A paragraph without a title still starts a section of its own: what is found is to be one paragraph, not two.
            unitBlocks.Add(blocks.Count);
            blocks.Add(new Block { Kind = BlockKind.Heading, Level = 1, Text = "# " + title });
            blocks.AddRange(PlainTextBlocks.Of(text));
        }

        var document = ReadableDocument.FromBlocks(set.Name, set.Name, new DocumentInfo { Format = Documents.DocumentFormat.Markdown }, blocks);
        return (document, [.. unitBlocks.Select(block => document.Blocks[block].Location.ByteStart)]);
    }

    private static void Measure(
        QuestionSet set, int document, long[] unitStarts, PassageSearch search, PlainBm25 plain, int firstUnit, bool peer, CancellationToken cancellationToken)
    {
        var (ours, theirs, covered, milliseconds) = (new RetrievalScore(), new RetrievalScore(), new int[Budgets.Length], 0d);
        foreach (var question in set.Questions)
        {
            var clock = Stopwatch.StartNew();
            var terms = TextAnalyzer.Analyze(question.Text).Select(term => term.Term).Distinct(StringComparer.Ordinal).Select(term => new WeightedTerm(term, 1));
            var hits = search.Search([.. terms], Top, cancellationToken);
            milliseconds += clock.Elapsed.TotalMilliseconds;
            ours.Add(Rank(hits, document, unitStarts, question.Unit, search));
            Cover(hits, document, unitStarts, question, search, covered);
            if (peer)
            {
                theirs.Add(plain.Search(question.Text, 10).ToList().IndexOf(firstUnit + question.Unit) + 1);
            }
        }

        var coverage = string.Join('/', covered.Select(count => $"{(double)count / set.Questions.Count:.000}"));
        Console.WriteLine($"{set.Name,-10} {set.Questions.Count,9:N0}  {ours,-14}  {(peer ? theirs.ToString() : "-"),-14}  {coverage,-24}  {milliseconds / set.Questions.Count:0.00}");
    }

    // The rank among paragraphs, each counted once however many of its passages were found.
    private static int Rank(IReadOnlyList<PassageHit> hits, int document, long[] unitStarts, int unit, PassageSearch search)
    {
        var seen = new HashSet<(int, int)>();
        foreach (var hit in hits)
        {
            var found = hit.Document < search.Documents.Count && hit.Document == document
                ? UnitOf(search.Documents[document].Segment.GetPassage(hit.Passage), unitStarts)
                : hit.Passage;
            if (hit.Document == document && found == unit)
            {
                return seen.Count + 1;
            }

            seen.Add((hit.Document, found));
        }

        return 0;
    }

    private static void Cover(
        IReadOnlyList<PassageHit> hits, int document, long[] unitStarts, Question question, PassageSearch search, int[] covered)
    {
        var tokens = 0;
        foreach (var hit in hits)
        {
            var passage = search.Documents[hit.Document].Segment.GetPassage(hit.Passage);
            tokens += passage.Tokens;
            if (hit.Document == document && UnitOf(passage, unitStarts) == question.Unit
                && question.Answers.Any(answer => search.Documents[document].ReadPassage(passage).Contains(answer, StringComparison.OrdinalIgnoreCase)))
            {
                for (var i = 0; i < Budgets.Length; i++)
                {
                    covered[i] += tokens <= Budgets[i] ? 1 : 0;
                }

                return;
            }
        }
    }

    private static int UnitOf(Passage passage, long[] unitStarts)
    {
        var found = Array.BinarySearch(unitStarts, passage.ByteStart);
        return found >= 0 ? found : ~found - 1;
    }
}
