namespace Longleaf.Evaluation;

/// <summary>What an evaluation is to measure.</summary>
public sealed record EvaluationOptions
{
    /// <summary>The most tokens that a <c>--tokens</c> entry may ask for.</summary>
    public const long MaxTokens = 50_000_000;

    /// <summary>The folder that holds <c>qa</c>; <see langword="null"/> for that of the environment.</summary>
    public string? Data { get; init; }

    /// <summary>Lengths of haystacks in tokens, about: each is measured by itself. Empty for the suite's own.</summary>
    public IReadOnlyList<long> Tokens { get; init; } = [];

    /// <summary>Languages of needles: <c>en</c>, <c>zh</c>; empty for both.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Names of question sets; empty for all.</summary>
    public IReadOnlyList<string> Sets { get; init; } = [];

    /// <summary>The wordings of needles: <c>dev</c> to write rules against, <c>test</c> for figures, else a file's path.</summary>
    public string Needles { get; init; } = "dev";

    /// <summary>At most this many questions of each set, or of each task and length; 0 for all there are. <see langword="null"/> for the suite's own number.</summary>
    public int? Sample { get; init; }

    /// <summary>Where chance starts: the same seed measures the same.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Whether a plain BM25 is measured beside.</summary>
    public bool Baseline { get; init; }
}
