using Longleaf.Documents;
using Longleaf.Reading.Index;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Planning;

/// <summary>A passage that is looked at more closely than by its terms' weights.</summary>
internal sealed class LookedAtPassage
{
    private readonly Lazy<IReadOnlyList<AnalyzedTerm>> _analyzed;
    private readonly Lazy<HashSet<string>> _terms;

    /// <summary>Reads a passage.</summary>
    /// <param name="hit">Where it is.</param>
    /// <param name="document">Its document.</param>
    /// <param name="score">What it scored in the search; 0 if it was not found by it.</param>
    public LookedAtPassage(PassageHit hit, ReadableDocument document, double score)
    {
        (Hit, Document, Found) = (hit, document, score);
        var passage = document.Segment.GetPassage(hit.Passage);
        (Location, Text) = (LocationOf(document, passage), document.ReadPassage(passage));
        _analyzed = new(() => TextAnalyzer.Analyze(Text), isThreadSafe: false);
        _terms = new(() => [.. Analyzed.Select(term => term.Term)], isThreadSafe: false);
    }

    /// <summary>Where it is.</summary>
    public PassageHit Hit { get; }

    /// <summary>Its document.</summary>
    public ReadableDocument Document { get; }

    /// <summary>Where it stands; <see langword="null"/> in a document without blocks.</summary>
    public Location? Location { get; }

    /// <summary>Its text.</summary>
    public string Text { get; }

    /// <summary>What it scores by what it says itself, as a share of the best.</summary>
    public double Found { get; set; }

    /// <summary>What it scores by what leads to it.</summary>
    public double Linked { get; set; }

    /// <summary>What it scores.</summary>
    public double Score => Math.Max(Found, Linked);

    // A heading is not under itself: what follows it is.
    private static Location? LocationOf(ReadableDocument document, Passage passage)
    {
        if (document.Blocks.Count == 0)
        {
            return null;
        }

        var block = Math.Max(0, document.Blocks.Find(passage.ByteStart));
        while (document.Blocks[block].Kind == BlockKind.Heading && block + 1 < document.Blocks.Count && document.Blocks[block + 1].Location.ByteStart < passage.ByteStart + passage.ByteLength)
        {
            block++;
        }

        return document.Blocks[block].Location;
    }

    /// <summary>Its terms in order.</summary>
    public IReadOnlyList<AnalyzedTerm> Analyzed => _analyzed.Value;

    /// <summary>Its distinct terms.</summary>
    public HashSet<string> Terms => _terms.Value;
}
