using System.Text;

namespace Longleaf.Documents.Formats;

/// <summary>Links as Markdown has them.</summary>
internal static class MarkdownLink
{
    private const int MaxAddress = 2048;

    /// <summary>Makes a link of the text from a place on; leaves it alone if the text is the address, or the target is no address.</summary>
    public static void Wrap(StringBuilder text, int start, string? address)
    {
        address = address?.Trim();
        if (string.IsNullOrEmpty(address) || address.Length > MaxAddress || start >= text.Length
            || !(address.StartsWith("http", StringComparison.OrdinalIgnoreCase) || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        var label = text.ToString(start, text.Length - start).Trim();
        if (label.Length > 0 && !address.Contains(label, StringComparison.OrdinalIgnoreCase))
        {
            text.Length = start;
            text.Append('[').Append(label).Append("](").Append(address.Replace(" ", "%20", StringComparison.Ordinal)).Append(')');
        }
    }
}
