using System.Globalization;
using System.Xml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>The paragraph styles of a document: which are headings, and which number their paragraphs.</summary>
internal sealed class StyleSheet
{
    private const int MaxInheritance = 32;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);

    /// <summary>Reads <c>styles.xml</c>.</summary>
    public static StyleSheet Read(XmlReader? reader)
    {
        var sheet = new StyleSheet();
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && WordXml.IsWord(reader) && reader.LocalName == "style"
                && WordXml.Attribute(reader, "styleId") is { } id)
            {
                sheet._styles.TryAdd(id, Style.Read(reader));
            }
        }

        return sheet;
    }

    /// <summary>The heading level (1 to 6) of a style; <see langword="null"/> for text.</summary>
    public int? HeadingLevel(string? styleId)
    {
        foreach (var (id, style) in Inherited(styleId))
        {
            if (LevelByName(style.Name ?? id) is { } named)
            {
                return named;
            }

            if (style.OutlineLevel is { } outline)
            {
                return outline < 9 ? Math.Min(outline + 1, 6) : null;
            }
        }

        // Documents without styles.xml still name their headings in the standard way.
        return styleId is not null && !_styles.ContainsKey(styleId) ? LevelByName(styleId) : null;
    }

    /// <summary>The numbering that a style brings, and the level in it.</summary>
    public (int? NumberingId, int? Level) Numbering(string? styleId)
    {
        var (numbering, level) = (default(int?), default(int?));
        foreach (var (_, style) in Inherited(styleId))
        {
            numbering ??= style.NumberingId;
            level ??= style.NumberingLevel;
        }

        return (numbering, level);
    }

    public bool IsQuote(string? styleId) => styleId is not null && _styles.TryGetValue(styleId, out var style)
        && style.Name is { } name && name.Contains("quote", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a style is for source code.</summary>
    public bool IsCode(string? styleId) => styleId is not null && _styles.TryGetValue(styleId, out var style)
        && style.Name?.ToUpperInvariant() is "HTML PREFORMATTED" or "SOURCE CODE" or "CODE" or "MACRO";

    private IEnumerable<(string Id, Style Style)> Inherited(string? styleId)
    {
        for (var steps = 0; steps < MaxInheritance && styleId is not null && _styles.TryGetValue(styleId, out var style); steps++)
        {
            yield return (styleId, style);
            styleId = style.BasedOn;
        }
    }

    private static int? LevelByName(string name)
    {
        var plain = name.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return plain == "TITLE" ? 1
            : plain.StartsWith("HEADING", StringComparison.Ordinal)
                && int.TryParse(plain.AsSpan(7), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 9
                ? Math.Min(level, 6)
                : null;
    }
}
