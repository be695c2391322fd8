namespace Longleaf.Evaluation.Needles;

/// <summary>What a group of wordings is for.</summary>
public enum WordingKind
{
    /// <summary>Facts of one kind: a thing has a value. Serves one fact, one among similar ones, and several in one question.</summary>
    Fact,

    /// <summary>A thing has several values, each told by itself.</summary>
    Collection,

    /// <summary>A value is passed on from name to name.</summary>
    Chain,

    /// <summary>Asks for the value of a key; the pairs are data.</summary>
    Pair,

    /// <summary>Asks for the commonest words of a list.</summary>
    CommonWords,

    /// <summary>Asks for the commonest made-up words of a text.</summary>
    FrequentWords,
}
