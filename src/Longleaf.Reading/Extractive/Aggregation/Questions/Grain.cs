namespace Longleaf.Reading.Extractive.Aggregation.Questions;

/// <summary>By what rows are put together.</summary>
internal enum Grain
{
    /// <summary>By what the cell says.</summary>
    Value,

    /// <summary>By the month of a date.</summary>
    Month,

    /// <summary>By the year of a date.</summary>
    Year,
}
