namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>A row of a sheet: the cells that show something, from left to right.</summary>
internal sealed class SheetRow
{
    /// <summary>Its number, from 1.</summary>
    public int Number { get; set; }

    public List<SheetCell> Cells { get; } = [];
}
