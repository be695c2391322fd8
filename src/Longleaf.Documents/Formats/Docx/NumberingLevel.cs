using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>One level of a numbering.</summary>
internal sealed record NumberingLevel
{
    /// <summary>The first number; 0 where it is left out (ECMA-376, 17.9.25).</summary>
    public int Start { get; init; }

    /// <summary>ST_NumberFormat: <c>decimal</c>, <c>bullet</c>, <c>lowerRoman</c>.</summary>
    public string Format { get; init; } = "decimal";

    /// <summary>For the format <c>custom</c>: how its first numbers look, <c>001, 002, 003, ...</c>.</summary>
    public string? Pattern { get; init; }

    /// <summary>The label, with <c>%1</c> to <c>%9</c> for the numbers of the levels.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether the numbers of higher levels show as decimal.</summary>
    public bool IsLegal { get; init; }

    /// <summary>Whether nothing stands between label and text.</summary>
    public bool IsTight { get; init; }

    /// <summary>The level (from 1) whose next number makes this one start again; 0 for never; <see langword="null"/> for every higher level.</summary>
    public int? RestartAfter { get; init; }

    /// <summary>The paragraph style that has this level.</summary>
    public string? StyleId { get; init; }

    public static NumberingLevel Read(XmlReader reader)
    {
        var result = new NumberingLevel();
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            if (XmlWalk.IsAlternateContent(reader))
            {
                // Formats that Word 2010 brought stand in the first branch, with the nearest older one in the other.
                AlternateContent.Read(reader, () =>
                {
                    result = ReadFormat(reader, result);
                    return true;
                });
                continue;
            }

            result = With(reader, result);
            XmlWalk.Skip(reader);
        }

        return result;
    }

    private static NumberingLevel ReadFormat(XmlReader reader, NumberingLevel level)
    {
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            level = With(reader, level);
            XmlWalk.Skip(reader);
        }

        return level;
    }

    private static NumberingLevel With(XmlReader reader, NumberingLevel level) => reader.LocalName switch
    {
        "start" => level with { Start = WordXml.Number(reader, "val") ?? 0 },
        "numFmt" => level with { Format = WordXml.Attribute(reader, "val") ?? "decimal", Pattern = WordXml.Attribute(reader, "format") },
        "lvlText" => level with { Text = WordXml.Attribute(reader, "val") ?? "" },
        "isLgl" => level with { IsLegal = WordXml.IsOn(reader) },
        "suff" => level with { IsTight = WordXml.Attribute(reader, "val") == "nothing" },
        "lvlRestart" => level with { RestartAfter = WordXml.Number(reader, "val") },
        "pStyle" => level with { StyleId = WordXml.Attribute(reader, "val") },
        _ => level,
    };
}
