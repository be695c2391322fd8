using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>A list (w:num): a definition, and what the list has otherwise.</summary>
internal sealed class NumberingInstance
{
    private readonly NumberingLevel?[] _overrides = new NumberingLevel?[NumberingDefinition.LevelCount];
    private readonly int?[] _starts = new int?[NumberingDefinition.LevelCount];
    private bool _hasStarted;

    public int DefinitionId { get; private set; } = -1;

    public static NumberingInstance Read(XmlReader reader)
    {
        var result = new NumberingInstance();
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            if (reader.LocalName == "lvlOverride" && WordXml.Number(reader, "ilvl") is { } level and >= 0 and < NumberingDefinition.LevelCount)
            {
                result.ReadOverride(reader, level);
                continue;
            }

            result.DefinitionId = reader.LocalName == "abstractNumId" ? WordXml.Number(reader, "val") ?? -1 : result.DefinitionId;
            XmlWalk.Skip(reader);
        }

        return result;
    }

    /// <summary>A level of the list.</summary>
    public NumberingLevel LevelOf(NumberingDefinition definition, int level)
    {
        var own = _overrides[level] ?? definition.Levels[level];
        return _starts[level] is { } start && start != own.Start ? _overrides[level] = own with { Start = start } : own;
    }

    /// <summary>Makes a list's first paragraph start the levels anew that the list starts itself; others go on where the definition's last list ended.</summary>
    public void Start(NumberingDefinition definition)
    {
        if (_hasStarted)
        {
            return;
        }

        _hasStarted = true;
        for (var level = 0; level < NumberingDefinition.LevelCount; level++)
        {
            definition.Counters[level] = _starts[level] is null ? definition.Counters[level] : null;
        }
    }

    private void ReadOverride(XmlReader reader, int level)
    {
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            if (reader.LocalName == "lvl")
            {
                _overrides[level] = NumberingLevel.Read(reader);
                continue;
            }

            _starts[level] = reader.LocalName == "startOverride" ? WordXml.Number(reader, "val") : _starts[level];
            XmlWalk.Skip(reader);
        }
    }
}
