using System.Diagnostics;
using Longleaf.Documents;
using Longleaf.Reading;
using Longleaf.Reading.Index;
using Longleaf.Reading.Text;

namespace Longleaf.Bench.Indexing;

/// <summary>How long a search takes, ours and SQLite's, with the same passages and the same questions.</summary>
internal sealed class SearchLatency : IDisposable
{
    private const int Questions = 400;
    private const int Top = 200;

    private readonly List<ReadableDocument> _documents = [];

    /// <summary>Opens the segments of a folder.</summary>
    public SearchLatency(string folder, IReadOnlyList<(string Name, List<Block> Blocks)> texts)
    {
        var clock = Stopwatch.StartNew();
        var segments = texts.Select(text => Segment.Open(Path.Combine(folder, text.Name))).ToList();
        Console.WriteLine($"opened in {clock.Elapsed.TotalMicroseconds / texts.Count:0} µs a segment");
        clock.Restart();
        segments.ForEach(segment => segment.Verify());
        Console.WriteLine($"checksums of all checked in {clock.Elapsed.TotalMilliseconds:0.0} ms");
        _documents.AddRange(texts.Select((text, i) => new ReadableDocument
        {
            Id = text.Name,
            Name = text.Name,
            Info = new DocumentInfo { Format = Documents.DocumentFormat.PlainText },
            Text = CanonicalText.FromMemory(Write(text.Blocks)),
            Blocks = BlockMap.FromBlocks(text.Blocks),
            Segment = segments[i],
        }));
    }

    /// <summary>Measures and prints.</summary>
    public void Measure(bool peer, CancellationToken cancellationToken)
    {
        var questions = MakeQuestions();
        var search = new PassageSearch(_documents);
        Report("longleaf", questions, terms => search.Search([.. terms.Select(term => new WeightedTerm(term, 1))], Top, cancellationToken).Count);
        Report("longleaf, statistics gathered anew", questions, terms =>
            new PassageSearch(_documents).Search([.. terms.Select(term => new WeightedTerm(term, 1))], Top, cancellationToken).Count);
        if (peer)
        {
            using var sqlite = new SqlitePeer(_documents);
            Report("sqlite fts5, pre-tokenised", questions, terms => sqlite.Search(terms, Top));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _documents.ForEach(document => document.Segment.Dispose());

    private static byte[] Write(List<Block> blocks)
    {
        using var output = new MemoryStream();
        var writer = new CanonicalTextWriter(output);
        blocks.ForEach(block => writer.Append(block));
        return output.ToArray();
    }

    // Questions of 3 to 12 terms, drawn from sentences of the texts: common words and rare ones as people mix them.
    private List<List<string>> MakeQuestions()
    {
        var random = new Random(1);
        var questions = new List<List<string>>();
        while (questions.Count < Questions)
        {
            var document = _documents[random.Next(_documents.Count)];
            var text = document.ReadPassage(random.Next(document.Segment.PassageCount));
            var sentences = Sentences.Split(text);
            var terms = TextAnalyzer.Analyze(text[sentences[random.Next(sentences.Count)]]).Select(term => term.Term).Distinct(StringComparer.Ordinal).ToList();
            if (terms.Count >= 3)
            {
                questions.Add([.. terms.Take(12)]);
            }
        }

        return questions;
    }

    private static void Report(string name, List<List<string>> questions, Func<List<string>, int> search)
    {
        questions.ForEach(terms => search(terms));
        var times = new List<double>();
        foreach (var terms in questions)
        {
            var clock = Stopwatch.StartNew();
            search(terms);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine($"{name}: p50 {times[times.Count / 2]:0.00} ms, p99 {times[times.Count * 99 / 100]:0.00} ms, most {times[^1]:0.00} ms");
    }
}
