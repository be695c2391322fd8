namespace Longleaf.Reading.Extractive.Statements;

/// <summary>A statement judged against a question.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Score">How well it answers; higher is better.</param>
/// <param name="Overlap">The share of the question it covers by itself, 0 to 1.</param>
/// <param name="Coverage">The share of the question that it and its passage cover, 0 to 1: whether there is an answer at all.</param>
/// <param name="Terms">Its terms.</param>
/// <param name="HasType">Whether it holds a value, or is of the wording, that the question asks for.</param>
internal sealed record RankedStatement(Statement Statement, double Score, double Overlap, double Coverage, HashSet<string> Terms, bool HasType)
{
    /// <summary>Whether it speaks of something whose name is only alike (<see cref="NamedPhrases"/>).</summary>
    public bool IsOfAnother { get; init; }

    /// <summary>What <see cref="SentenceFeatures"/> says of it; empty for what is no sentence.</summary>
    public IReadOnlyList<double> Features { get; init; } = [];
}
