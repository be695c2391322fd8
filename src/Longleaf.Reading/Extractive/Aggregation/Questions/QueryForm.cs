namespace Longleaf.Reading.Extractive.Aggregation.Questions;

/// <summary>What the answer to a question over a table is.</summary>
internal enum QueryForm
{
    /// <summary>Figures over all rows that count.</summary>
    Figures,

    /// <summary>Figures for each value of a column.</summary>
    Groups,

    /// <summary>The rows themselves.</summary>
    Rows,

    /// <summary>The different values of a column.</summary>
    Values,
}
