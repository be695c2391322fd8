namespace Longleaf.Documents.Formats.Pdf.Annotations;

/// <summary>A place on a page that leads to an address.</summary>
internal sealed record PageLink(double Left, double Bottom, double Right, double Top, string Address)
{
    public bool Holds(double x, double y) => x >= Left && x <= Right && y >= Bottom && y <= Top;
}
