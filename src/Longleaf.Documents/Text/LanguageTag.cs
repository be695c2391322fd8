using System.Text.RegularExpressions;

namespace Longleaf.Documents.Text;

/// <summary>What files say of their language, as tags of BCP 47.</summary>
internal static partial class LanguageTag
{
    // Longer ones are not tags (RFC 5646, 4.4.1).
    private const int MaxLength = 35;

    /// <summary>The tag, underscores made hyphens; <see langword="null"/> for what is none, or says that the language is not known.</summary>
    public static string? Of(string text)
    {
        var tag = text.Trim().Replace('_', '-');
        return tag.Length <= MaxLength && Tag().IsMatch(tag) && !tag.Equals("und", StringComparison.OrdinalIgnoreCase) ? tag : null;
    }

    [GeneratedRegex(@"\A[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
