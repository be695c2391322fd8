namespace Longleaf.Reading.Index;

/// <summary>Packs sentences into passages of <see cref="MinTokens"/> to <see cref="MaxTokens"/>, overlapping by a quarter.</summary>
/// <remarks>Sizes and overlap: of those measured, the best where the evidence is a few thousand tokens (docs, retrieval).</remarks>
/// <param name="close">Takes the sentences of each passage.</param>
internal sealed class PassagePacker(Action<IReadOnlyList<PackedSentence>> close)
{
    /// <summary>A passage that has as many ends with its block.</summary>
    public const int MinTokens = 128;

    /// <summary>No passage has more, but for a sentence that could not be cut.</summary>
    public const int MaxTokens = 192;

    /// <summary>What a passage repeats of the one before it, at most.</summary>
    public const int OverlapTokens = 48;

    // Sections shorter than this share a passage.
    private const int MinSectionTokens = 32;

    private readonly List<PackedSentence> _open = [];
    private int _tokens;
    private int _repeated; // sentences of _open that the passage before has too

    /// <summary>Takes the next sentence.</summary>
    public void Add(PackedSentence sentence)
    {
        if ((sentence.Traits & SentenceTraits.Heading) != 0 && (_tokens >= MinSectionTokens || _open.Count == _repeated))
        {
            Close(overlap: false);
        }
        else if (_tokens + sentence.Tokens > MaxTokens && _open.Count > _repeated)
        {
            Close(overlap: true);
            MakeRoom(sentence.Tokens);
        }

        _open.Add(sentence);
        _tokens += sentence.Tokens;
        if (_tokens >= MinTokens && (sentence.Traits & (SentenceTraits.EndsBlock | SentenceTraits.Heading)) == SentenceTraits.EndsBlock)
        {
            Close(overlap: true);
        }
    }

    /// <summary>Closes the last passage.</summary>
    public void Complete() => Close(overlap: false);

    private void Close(bool overlap)
    {
        // What only repeats is in the passage before.
        if (_open.Count > _repeated)
        {
            close(_open);
        }

        // A heading that ends a passage belongs to what follows; the next passage starts with it.
        var (kept, tokens) = (_open.Count, 0);
        while (overlap && kept > 0 && tokens + _open[kept - 1].Tokens <= OverlapTokens)
        {
            tokens += _open[--kept].Tokens;
        }

        kept = kept == 0 ? _open.Count : kept;
        _open.RemoveRange(0, kept);
        _repeated = _open.Count;
        _tokens = _open.Sum(sentence => sentence.Tokens);
    }

    // A long sentence after a full overlap: the overlap gives way.
    private void MakeRoom(int tokens)
    {
        while (_open.Count > 0 && _tokens + tokens > MaxTokens)
        {
            _tokens -= _open[0].Tokens;
            _open.RemoveAt(0);
        }

        _repeated = _open.Count;
    }
}
