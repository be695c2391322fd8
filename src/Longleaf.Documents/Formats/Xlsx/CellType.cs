namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>What a cell's value is (ST_CellType).</summary>
internal enum CellType
{
    /// <summary>A number, which also dates and times are.</summary>
    Number,

    /// <summary>The number of a shared text.</summary>
    SharedText,

    /// <summary>A text that stands in the cell.</summary>
    Text,

    TruthValue,

    Error,

    /// <summary>A date as ISO 8601 has it.</summary>
    Date,
}
