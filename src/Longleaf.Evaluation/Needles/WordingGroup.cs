namespace Longleaf.Evaluation.Needles;

/// <summary>Ways to state things of one kind and, worded by themselves, ways to ask for them.</summary>
/// <remarks>
/// A key is one word of each list of <see cref="Keys"/>, joined by a blank (in Chinese, and of chains, by nothing); a value likewise of <see cref="Values"/>.
/// Patterns hold <c>{key}</c> and <c>{value}</c>; those of chains <c>{name}</c>, <c>{source}</c> and <c>{value}</c>; those of
/// <see cref="Together"/> <c>{keys}</c>; those that ask about a list <c>{document}</c>.
/// </remarks>
public sealed record WordingGroup
{
    /// <summary>What it is for.</summary>
    public required WordingKind Kind { get; init; }

    /// <summary><c>en</c> or <c>zh</c>.</summary>
    public required string Language { get; init; }

    /// <summary>What values are: <c>number</c> (4 to 7 digits), <c>uuid</c>, or <c>word</c>, drawn from <see cref="Values"/>.</summary>
    public string Value { get; init; } = "number";

    /// <summary>The parts of keys; of chains, of names: made-up capitals where there are none.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Keys { get; init; } = [];

    /// <summary>The parts of values that are words.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Values { get; init; } = [];

    /// <summary>Ways to state a fact; of a chain, its links from the second on.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    /// <summary>Ways to state the first link of a chain.</summary>
    public IReadOnlyList<string> First { get; init; } = [];

    /// <summary>Ways to ask.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>Ways to ask for several at once.</summary>
    public IReadOnlyList<string> Together { get; init; } = [];
}
