namespace Longleaf.Reading.Extractive.Aggregation.Questions;

/// <summary>What is computed over rows.</summary>
internal enum Calculation
{
    /// <summary>How many rows there are.</summary>
    Count,

    /// <summary>How many different values a column has.</summary>
    Different,

    /// <summary>The sum of a column.</summary>
    Sum,

    /// <summary>The arithmetic mean of a column.</summary>
    Average,

    /// <summary>The value in the middle of a column.</summary>
    Median,

    /// <summary>The least of a column.</summary>
    Lowest,

    /// <summary>The greatest of a column.</summary>
    Highest,
}
