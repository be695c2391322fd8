namespace Longleaf.Reading.Extractive.Aggregation.Tables;

/// <summary>What the cells of a column are.</summary>
internal enum ColumnKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Days or months.</summary>
    Date,
}
