namespace Longleaf.Documents.Formats.Pdf;

/// <summary>A letter with its place turned upright.</summary>
/// <param name="Value">Its characters.</param>
/// <param name="Left">Where it starts.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Baseline">How high its line is.</param>
/// <param name="Size">The size of its font.</param>
/// <param name="IsBold">Whether its font is bold.</param>
/// <param name="Turn">How its line is turned on the page, in degrees.</param>
/// <param name="IsFurniture">Whether the file says that it belongs to a page's header or footer.</param>
internal readonly record struct PlacedLetter(
    string Value, double Left, double Right, double Baseline, double Size, bool IsBold, int Turn, bool IsFurniture = false);
