using Longleaf.Documents;
using Longleaf.Evaluation.Data;
using Longleaf.Reading;
using Longleaf.Reading.Planning;

namespace Longleaf.Evaluation.Questions;

/// <summary>Question sets, and a haystack about them, as documents that questions are put to.</summary>
internal sealed class QuestionPool
{
    private QuestionPool(IReadOnlyList<PooledSet> sets, IReadOnlyList<ReadableDocument> haystack)
    {
        (Sets, Documents) = (sets, [.. sets.Select(set => set.Document), .. haystack]);
        Scope = new ReadingScope(Documents, []);
    }

    /// <summary>The sets; the position of each is that of its document.</summary>
    public IReadOnlyList<PooledSet> Sets { get; }

    /// <summary>All documents.</summary>
    public IReadOnlyList<ReadableDocument> Documents { get; }

    /// <summary>The search over all of them.</summary>
    public ReadingScope Scope { get; }

    /// <summary>Qwen2.5 tokens of all documents.</summary>
    public long Tokens => Documents.Sum(document => document.Segment.Tokens);

    /// <summary>Makes a pool.</summary>
    /// <param name="sets">The sets.</param>
    /// <param name="haystack">Documents beside them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static QuestionPool Make(IReadOnlyList<QuestionSet> sets, IReadOnlyList<ReadableDocument> haystack, CancellationToken cancellationToken)
    {
        var pooled = new PooledSet[sets.Count];
        var parallel = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, sets.Count, parallel, i => pooled[i] = Pool(sets[i]));
        return new QuestionPool(pooled, haystack);
    }

    /// <summary>The haystack that fills a pool of sets up to a length.</summary>
    public static IReadOnlyList<(string Name, string Text)> HaystackFor(
        IReadOnlyList<QuestionSet> sets, long tokens, EvaluationOptions options, CancellationToken cancellationToken)
    {
        var own = tokens == 0 ? 0 : sets.Sum(set => set.Units.Sum(unit => (long)Reading.Text.TokenCounter.Shared.Count(unit.Text)));
        return tokens <= own ? [] : Haystack.Take(EvaluationData.Find(options.Data), "en", tokens - own, new Random(options.Seed), cancellationToken);
    }

    private static PooledSet Pool(QuestionSet set)
    {
        var (blocks, unitBlocks) = (new List<Block>(), new List<int>());
        foreach (var unit in set.Units)
        {
            // A paragraph without a title still starts a section of its own: what is found is to be one paragraph, not two.
            unitBlocks.Add(blocks.Count);
            if (!unit.IsContinued)
            {
                blocks.Add(new Block { Kind = BlockKind.Heading, Level = 1, Text = "# " + unit.Title.ReplaceLineEndings(" ") });
            }

            blocks.AddRange(PlainTextBlocks.Of(unit.Text));
        }

        var document = ReadableDocument.FromBlocks(set.Name, set.Name, new DocumentInfo { Format = DocumentFormat.Markdown }, blocks);
        return new PooledSet(set, document, unitBlocks);
    }
}
