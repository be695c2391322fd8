namespace Longleaf.Documents.Formats.Pdf.Annotations;

/// <summary>A rectangle of a page as it is seen.</summary>
internal sealed record Box(double Left, double Bottom, double Right, double Top);
