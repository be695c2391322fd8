namespace Longleaf.Bench.Scans;

/// <summary>How a table is ruled.</summary>
internal enum TableRules
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Lines around every cell.</summary>
    Grid,

    /// <summary>As <see cref="Grid"/>, the header on gray.</summary>
    ShadedHeader,

    /// <summary>Lines between rows.</summary>
    Rows,

    /// <summary>Above the table, under its header, and under its last row.</summary>
    ThreeLines,
}
