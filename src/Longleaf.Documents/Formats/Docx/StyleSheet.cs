using System.Xml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>The styles of a document: which are headings, which number their paragraphs, which hide text.</summary>
internal sealed class StyleSheet
{
    private const int MaxInheritance = 32;

    // Word itself allows 4,079 or so in use.
    private const int MaxStyles = 100_000;

    private readonly Dictionary<string, StyleDefinition> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);

    /// <summary>Reads <c>styles.xml</c>.</summary>
    public static StyleSheet Read(XmlReader? reader)
    {
        var sheet = new StyleSheet();
        while (reader is not null && sheet._definitions.Count < MaxStyles && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && WordXml.IsWord(reader) && reader.LocalName == "style"
                && WordXml.Attribute(reader, "styleId") is { } id)
            {
                sheet._definitions.TryAdd(id, StyleDefinition.Read(reader));
            }
        }

        return sheet;
    }

    /// <summary>A style; <see langword="null"/> if the document does not define it.</summary>
    public Style? this[string? id]
    {
        get
        {
            if (id is null || !_definitions.ContainsKey(id))
            {
                return null;
            }

            return _styles.TryGetValue(id, out var known) ? known : _styles[id] = Resolve(id);
        }
    }

    // Loops, as queries over structures are compiled anew in every reader process.
    private Style Resolve(string id)
    {
        var name = _definitions[id].Name?.ToUpperInvariant() ?? "";
        var style = new Style
        {
            HeadingLevel = HeadingLevel(id),
            IsQuote = name.Contains("QUOTE", StringComparison.Ordinal) || name == "BLOCK TEXT",
            IsCode = name is "HTML PREFORMATTED" or "SOURCE CODE" or "CODE" or "MACRO" or "PREFORMATTED TEXT",
        };
        var next = id;
        for (var steps = 0; steps < MaxInheritance && next is not null && _definitions.TryGetValue(next, out var own); steps++)
        {
            style = style with
            {
                NumberingStyleId = style.NumberingId is null && own.NumberingId is not null ? next : style.NumberingStyleId,
                NumberingId = style.NumberingId ?? own.NumberingId,
                NumberingLevel = style.NumberingLevel ?? own.NumberingLevel,
                IsHidden = style.IsHidden ?? own.IsHidden,
                Font = style.Font ?? own.Font,
            };
            next = own.BasedOn;
        }

        return style;
    }

    private int? HeadingLevel(string id)
    {
        var next = id;
        for (var steps = 0; steps < MaxInheritance && next is not null && _definitions.TryGetValue(next, out var style); steps++)
        {
            if (Style.LevelByName(style.Name ?? next) is { } named)
            {
                return named;
            }

            if (style.OutlineLevel is { } outline)
            {
                return outline is >= 0 and < 9 ? Math.Min(outline + 1, 6) : null;
            }

            next = style.BasedOn;
        }

        return null;
    }
}
