namespace Longleaf.Documents.Formats.Epub;

/// <summary>A file of a book, as its package document lists it.</summary>
/// <param name="Href">Where it is, seen from the package document.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Properties">What it is for.</param>
/// <param name="Fallback">The item to take where this one cannot be read.</param>
internal sealed record ManifestItem(string Href, string MediaType, string Properties, string? Fallback)
{
    /// <summary>Whether it holds text that is read.</summary>
    public bool IsText => MediaType is "application/xhtml+xml" or "text/html" or "application/html+xml" or "image/svg+xml" or "application/x-dtbook+xml" or "text/x-oeb1-document"
        || (MediaType is "" or "text/xml" or "application/xml" or "application/octet-stream"
            && Path.GetExtension(BookPath.WithoutFragment(Href)).ToUpperInvariant() is ".XHTML" or ".HTML" or ".HTM");

    public bool Has(string property) => Properties.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(property, StringComparer.Ordinal);
}
