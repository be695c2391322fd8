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

    private Style Resolve(string id)
    {
        var chain = Inherited(id).ToList();
        var own = chain[0].Style;
        var name = own.Name?.ToUpperInvariant() ?? "";
        return new Style
        {
            HeadingLevel = HeadingLevel(chain),
            NumberingId = chain.Select(entry => entry.Style.NumberingId).FirstOrDefault(number => number is not null),
            NumberingStyleId = chain.Find(entry => entry.Style.NumberingId is not null).Id,
            NumberingLevel = chain.Select(entry => entry.Style.NumberingLevel).FirstOrDefault(level => level is not null),
            IsHidden = chain.Select(entry => entry.Style.IsHidden).FirstOrDefault(hidden => hidden is not null),
            Font = chain.Select(entry => entry.Style.Font).FirstOrDefault(font => font is not null),
            IsQuote = name.Contains("QUOTE", StringComparison.Ordinal) || name == "BLOCK TEXT",
            IsCode = name is "HTML PREFORMATTED" or "SOURCE CODE" or "CODE" or "MACRO" or "PREFORMATTED TEXT",
        };
    }

    private static int? HeadingLevel(List<(string Id, StyleDefinition Style)> chain)
    {
        foreach (var (id, style) in chain)
        {
            if (Style.LevelByName(style.Name ?? id) is { } named)
            {
                return named;
            }

            if (style.OutlineLevel is { } outline)
            {
                return outline is >= 0 and < 9 ? Math.Min(outline + 1, 6) : null;
            }
        }

        return null;
    }

    private IEnumerable<(string Id, StyleDefinition Style)> Inherited(string id)
    {
        var next = id;
        for (var steps = 0; steps < MaxInheritance && next is not null && _definitions.TryGetValue(next, out var style); steps++)
        {
            yield return (next, style);
            next = style.BasedOn;
        }
    }
}
