namespace Longleaf.Reading.Extractive.Summaries;

/// <summary>What kind of text is summarised: it decides how sentences are weighed (measured: reading page, D8).</summary>
internal enum Genre
{
    /// <summary>Headed documents, reports, news: what comes first counts most.</summary>
    Structured,

    /// <summary>Running prose of one kind: what is said most centrally counts (LexRank; for Chinese the centroid).</summary>
    Prose,

    /// <summary>Speech of several speakers (TextRank).</summary>
    Dialogue,
}
