namespace Longleaf.Documents.Formats.Pdf.Tables;

/// <summary>A straight line on a page, across or down.</summary>
/// <param name="At">Its height if it goes across, else its place from the left.</param>
/// <param name="From">Where it starts.</param>
/// <param name="To">Where it ends.</param>
internal readonly record struct Rule(double At, double From, double To);
