using Longleaf.Reading.Index;

namespace Longleaf.Reading.Planning;

/// <summary>The documents a question is put to, and the search over them.</summary>
internal sealed class ReadingScope
{
    private readonly IReadOnlyList<int> _positions;

    /// <summary>A scope of some of a conversation's documents.</summary>
    /// <param name="all">All of the conversation's documents.</param>
    /// <param name="positions">Which of them; empty for all.</param>
    public ReadingScope(IReadOnlyList<ReadableDocument> all, IReadOnlyList<int> positions)
    {
        All = all;
        _positions = positions.Count == 0 ? [.. Enumerable.Range(0, all.Count)] : positions;
        Search = new PassageSearch([.. _positions.Select(position => all[position])]);
    }

    /// <summary>All of the conversation's documents.</summary>
    public IReadOnlyList<ReadableDocument> All { get; }

    /// <summary>Positions, in the conversation, of the documents searched.</summary>
    public IReadOnlyList<int> Positions => _positions;

    /// <summary>The search over them.</summary>
    public PassageSearch Search { get; }

    /// <summary>The position in the conversation of a document that a hit names.</summary>
    public int PositionOf(PassageHit hit) => _positions[hit.Document];
}
