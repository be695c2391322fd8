using System.Globalization;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Longleaf.Documents.Formats.Html;

/// <summary>The attributes that matter of a start tag.</summary>
internal readonly ref struct HtmlAttributes
{
    private readonly ref StructHtmlToken _token;

    public HtmlAttributes(ref StructHtmlToken token) => _token = ref token;

    /// <summary>Whether an attribute is worth keeping: the rest is dropped while tokenizing.</summary>
    public static bool IsWanted(ReadOnlySpan<char> name) => name is "href" or "id" or "name" or "epub:type" or "role" or "hidden" or "colspan" or "rowspan"
        or "start" or "value" or "type" or "reversed" or "alt" or "filepos" or "alttext";

    public string? this[string name]
    {
        get
        {
            for (var index = 0; index < _token.Attributes.Count; index++)
            {
                var attribute = _token.Attributes[index];
                if (attribute.Name.Memory.Span.SequenceEqual(name))
                {
                    return attribute.Value.ToString();
                }
            }

            return null;
        }
    }

    public bool Any => _token.Attributes.Count > 0;

    public int? Number(string name) => int.TryParse(this[name], NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var value)
        && value is > -1_000_000 and < 1_000_000 ? value : null;

    /// <summary>Whether the element says that it is of a kind, by EPUB's vocabulary or by ARIA's.</summary>
    public bool Is(params ReadOnlySpan<string> kinds)
    {
        foreach (var kind in kinds)
        {
            // Converters to KF8 write "type" for "epub:type".
            if (HasWord(this["epub:type"] ?? this["type"], kind) || (this["role"] is { } role && role.StartsWith("doc-", StringComparison.Ordinal) && HasWord(role[4..], kind)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasWord(string? words, string word) =>
        words is not null && words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Contains(word, StringComparer.OrdinalIgnoreCase);
}
