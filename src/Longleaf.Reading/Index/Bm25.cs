namespace Longleaf.Reading.Index;

/// <summary>
/// BM25 as in S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), over passages whose average
/// length is known.
/// </summary>
/// <param name="averageLength">Average length of a passage, in terms.</param>
internal readonly struct Bm25(double averageLength)
{
    /// <summary>How soon more of a term counts no more.</summary>
    public const double K1 = 1.2;

    /// <summary>How much a passage's length counts.</summary>
    public const double B = 0.75;

    private readonly double _perTerm = K1 * B / averageLength;

    /// <summary>Inverse document frequency: ln(1 + (N - n + 0.5) / (n + 0.5)).</summary>
    public static double InverseDocumentFrequency(long passages, long found) => Math.Log(1 + ((passages - found + 0.5) / (found + 0.5)));

    /// <summary>What a term adds to a passage's score. Grows with the frequency, shrinks with the length.</summary>
    public double Score(double weight, int frequency, int length) =>
        weight * frequency * (K1 + 1) / (frequency + (K1 * (1 - B)) + (_perTerm * length));
}
