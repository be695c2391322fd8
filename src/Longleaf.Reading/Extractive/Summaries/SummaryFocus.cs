namespace Longleaf.Reading.Extractive.Summaries;

/// <summary>What a summary is to bring out.</summary>
internal enum SummaryFocus
{
    /// <summary>What is said throughout.</summary>
    Whole,

    /// <summary>What the document is and whom it is for.</summary>
    About,

    /// <summary>What a section lays down: conditions, periods, duties.</summary>
    Section,
}
