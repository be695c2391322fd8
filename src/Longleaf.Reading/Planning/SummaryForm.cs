namespace Longleaf.Reading.Planning;

/// <summary>The length and shape in which a summary is wanted.</summary>
internal sealed record SummaryForm
{
    /// <summary>Nothing is demanded.</summary>
    public static SummaryForm Free { get; } = new();

    /// <summary>The most sentences, 1 to 40; <see langword="null"/> where the question does not say.</summary>
    public int? Sentences { get; init; }

    /// <summary>The most words (ideographs in Chinese), 10 to 2,000; <see langword="null"/> where the question does not say.</summary>
    public int? Words { get; init; }

    /// <summary>Whether each sentence is an item of a list.</summary>
    public bool Bullets { get; init; }

    /// <summary>How long it is to be against the usual: 1 is as usual.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Whether a length was asked for: then nothing is told beside the sentences.</summary>
    public bool IsMeasured => Sentences is not null || Words is not null;

    /// <summary>How many sentences to tell where usually there would be so many.</summary>
    public int SentencesFor(int usual) => Sentences ?? (Words is null ? Math.Max(1, (int)Math.Round(usual * Scale)) : MostSentences);

    /// <summary>How many words to tell where usually there would be so many.</summary>
    public int WordsFor(int usual) => Words ?? (Sentences is null ? Math.Max(10, (int)Math.Round(usual * Scale)) : MostWords);

    // What a bound that was not given is taken for.
    private const int MostSentences = 40;
    private const int MostWords = 2_000;
}
