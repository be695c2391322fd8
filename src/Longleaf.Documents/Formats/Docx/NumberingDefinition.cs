using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>A numbering that lists share (w:abstractNum): its levels, and how far each has counted.</summary>
internal sealed class NumberingDefinition
{
    public const int LevelCount = 9;

    /// <summary>What is not defined counts in plain numbers without a label.</summary>
    public NumberingLevel[] Levels { get; } = [.. Enumerable.Repeat(new NumberingLevel(), LevelCount)];

    /// <summary>How far each level has counted; <see langword="null"/> before its first number.</summary>
    public int?[] Counters { get; } = new int?[LevelCount];

    /// <summary>The numbering style that defines the levels in its place.</summary>
    public string? DefinedByStyle { get; private set; }

    public static NumberingDefinition Read(XmlReader reader)
    {
        var result = new NumberingDefinition();
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            if (reader.LocalName == "lvl" && WordXml.Number(reader, "ilvl") is { } level and >= 0 and < LevelCount)
            {
                result.Levels[level] = NumberingLevel.Read(reader);
                continue;
            }

            result.DefinedByStyle = reader.LocalName == "numStyleLink" ? WordXml.Attribute(reader, "val") : result.DefinedByStyle;
            XmlWalk.Skip(reader);
        }

        return result;
    }
}
