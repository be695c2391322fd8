using System.Text;
using System.Xml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>The automatic numbers of a document, counted as its paragraphs come.</summary>
internal sealed class NumberingTable
{
    private const int MaxNumberings = 100_000;

    private readonly Dictionary<int, NumberingDefinition> _definitions = [];
    private readonly Dictionary<int, NumberingInstance> _instances = [];
    private readonly StringBuilder _label = new();

    /// <summary>Reads <c>numbering.xml</c>.</summary>
    public static NumberingTable Read(XmlReader? reader, StyleSheet styles)
    {
        var table = new NumberingTable();
        while (reader is not null && table._definitions.Count < MaxNumberings && table._instances.Count < MaxNumberings && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || !WordXml.IsWord(reader))
            {
                continue;
            }

            if (reader.LocalName == "abstractNum" && WordXml.Number(reader, "abstractNumId") is { } id)
            {
                table._definitions[id] = NumberingDefinition.Read(reader);
            }
            else if (reader.LocalName == "num" && WordXml.Number(reader, "numId") is { } number)
            {
                table._instances[number] = NumberingInstance.Read(reader);
            }
        }

        table.FollowStyles(styles);
        return table;
    }

    /// <summary>The level of a list that belongs to a paragraph style.</summary>
    public int? LevelOfStyle(int numberingId, string? styleId)
    {
        if (styleId is null || Find(numberingId) is not (var (instance, definition)))
        {
            return null;
        }

        for (var level = 0; level < NumberingDefinition.LevelCount; level++)
        {
            if (instance.LevelOf(definition, level).StyleId == styleId)
            {
                return level;
            }
        }

        return null;
    }

    /// <summary>Counts a paragraph.</summary>
    /// <returns>Its label as Word shows it; <see langword="null"/> if it is not numbered.</returns>
    public ListLabel? Next(int numberingId, int level)
    {
        if (level is < 0 or >= NumberingDefinition.LevelCount || Find(numberingId) is not (var (instance, definition)))
        {
            return null;
        }

        instance.Start(definition);
        var counters = definition.Counters;
        var own = instance.LevelOf(definition, level);
        counters[level] = (counters[level] ?? own.Start - 1) + 1;
        for (var higher = 0; higher < level; higher++)
        {
            // A level that was left out counts as one that stands once.
            counters[higher] ??= instance.LevelOf(definition, higher).Start;
        }

        for (var deeper = level + 1; deeper < NumberingDefinition.LevelCount; deeper++)
        {
            var restart = instance.LevelOf(definition, deeper).RestartAfter;
            counters[deeper] = restart is null || (restart > 0 && level < restart) ? null : counters[deeper];
        }

        var text = own.Format == "bullet" ? "" : Label(instance, definition, own);
        return own.Format != "bullet" && text.Length == 0 ? null : new ListLabel(text, level, own.IsTight);
    }

    private (NumberingInstance Instance, NumberingDefinition Definition)? Find(int numberingId) =>
        _instances.TryGetValue(numberingId, out var instance) && _definitions.TryGetValue(instance.DefinitionId, out var definition) ? (instance, definition) : null;

    private string Label(NumberingInstance instance, NumberingDefinition definition, NumberingLevel own)
    {
        _label.Clear();
        for (var index = 0; index < own.Text.Length; index++)
        {
            if (own.Text[index] == '%' && index + 1 < own.Text.Length && own.Text[index + 1] is >= '1' and <= '9')
            {
                var level = own.Text[++index] - '1';
                var at = instance.LevelOf(definition, level);
                _label.Append(NumberFormatter.Format(definition.Counters[level] ?? at.Start, own.IsLegal ? "decimal" : at.Format, at.Pattern));
            }
            else
            {
                _label.Append(own.Text[index]);
            }
        }

        SymbolFonts.Resolve(null, _label, 0);
        return _label.ToString().Trim();
    }

    // A definition may leave its levels to a numbering style, whose own list has another definition.
    private void FollowStyles(StyleSheet styles)
    {
        foreach (var id in _definitions.Keys.ToArray())
        {
            if (_definitions[id].DefinedByStyle is { } style && styles[style]?.NumberingId is { } number && Find(number) is (_, { DefinedByStyle: null } other))
            {
                _definitions[id] = other;
            }
        }
    }
}
