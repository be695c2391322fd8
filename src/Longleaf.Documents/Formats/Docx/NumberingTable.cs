using System.Text;
using System.Xml;
using Longleaf.Documents.Formats.OpenXml;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>The automatic numbers of a document, counted as its paragraphs come.</summary>
internal sealed class NumberingTable
{
    public const int Levels = 9;

    private readonly Dictionary<int, NumberingLevel[]> _abstracts = [];
    private readonly Dictionary<int, int> _abstractOf = [];
    private readonly Dictionary<(int NumberingId, int Level), NumberingLevel> _overrides = [];
    private readonly HashSet<(int NumberingId, int Level)> _restarts = [];
    private readonly Dictionary<int, int?[]> _counters = [];
    private readonly HashSet<int> _started = [];

    /// <summary>Reads <c>numbering.xml</c>.</summary>
    public static NumberingTable Read(XmlReader? reader)
    {
        var table = new NumberingTable();
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || !WordXml.IsWord(reader))
            {
                continue;
            }

            if (reader.LocalName == "abstractNum" && WordXml.Number(reader, "abstractNumId") is { } id)
            {
                table._abstracts[id] = ReadLevels(reader);
            }
            else if (reader.LocalName == "num" && WordXml.Number(reader, "numId") is { } number)
            {
                table.ReadInstance(reader, number);
            }
        }

        return table;
    }

    /// <summary>Counts a paragraph.</summary>
    /// <returns>Its label as Word shows it, "" for a bullet, <see langword="null"/> if it is not numbered.</returns>
    public string? Next(int numberingId, int level)
    {
        if (numberingId <= 0 || level is < 0 or >= Levels || !_abstractOf.TryGetValue(numberingId, out var abstractId)
            || !_abstracts.ContainsKey(abstractId))
        {
            return null;
        }

        // Instances of one definition go on counting together, but for those that override a start.
        var counters = _counters.TryGetValue(abstractId, out var existing) ? existing : _counters[abstractId] = new int?[Levels];
        if (_started.Add(numberingId))
        {
            for (var index = 0; index < Levels; index++)
            {
                counters[index] = _restarts.Contains((numberingId, index)) ? null : counters[index];
            }
        }

        var definition = LevelOf(numberingId, abstractId, level);
        counters[level] = (counters[level] ?? definition.Start - 1) + 1;
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            var restart = LevelOf(numberingId, abstractId, deeper).RestartAfter;
            counters[deeper] = restart is null || (restart > 0 && level < restart) ? null : counters[deeper];
        }

        return definition.Format switch
        {
            "bullet" => "",
            "none" when !definition.Text.Contains('%', StringComparison.Ordinal) => definition.Text.Trim() is { Length: > 0 } text ? text : null,
            _ => Label(numberingId, abstractId, definition, counters),
        };
    }

    private string Label(int numberingId, int abstractId, NumberingLevel definition, int?[] counters)
    {
        var label = new StringBuilder();
        for (var index = 0; index < definition.Text.Length; index++)
        {
            if (definition.Text[index] == '%' && index + 1 < definition.Text.Length && definition.Text[index + 1] is >= '1' and <= '9')
            {
                var level = definition.Text[++index] - '1';
                var at = LevelOf(numberingId, abstractId, level);
                label.Append(NumberFormatter.Format(counters[level] ?? at.Start, definition.IsLegal ? "decimal" : at.Format));
            }
            else
            {
                label.Append(definition.Text[index]);
            }
        }

        return label.ToString().Trim();
    }

    private NumberingLevel LevelOf(int numberingId, int abstractId, int level) =>
        _overrides.GetValueOrDefault((numberingId, level)) ?? _abstracts[abstractId][level];

    private void ReadInstance(XmlReader reader, int numberingId)
    {
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            if (reader.LocalName == "abstractNumId" && WordXml.Number(reader, "val") is { } id)
            {
                _abstractOf[numberingId] = id;
                XmlWalk.Skip(reader);
            }
            else if (reader.LocalName == "lvlOverride" && WordXml.Number(reader, "ilvl") is { } level and >= 0 and < Levels)
            {
                ReadOverride(reader, numberingId, level);
            }
            else
            {
                XmlWalk.Skip(reader);
            }
        }
    }

    private void ReadOverride(XmlReader reader, int numberingId, int level)
    {
        var (start, definition) = (default(int?), default(NumberingLevel));
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            if (reader.LocalName == "startOverride")
            {
                start = WordXml.Number(reader, "val");
                XmlWalk.Skip(reader);
            }
            else if (reader.LocalName == "lvl")
            {
                definition = ReadLevel(reader);
            }
            else
            {
                XmlWalk.Skip(reader);
            }
        }

        if (start is not null)
        {
            _restarts.Add((numberingId, level));
            definition ??= _abstractOf.TryGetValue(numberingId, out var id) && _abstracts.TryGetValue(id, out var levels) ? levels[level] : new NumberingLevel();
            definition = definition with { Start = start.Value };
        }

        if (definition is not null)
        {
            _overrides[(numberingId, level)] = definition;
        }
    }

    private static NumberingLevel[] ReadLevels(XmlReader reader)
    {
        var levels = Enumerable.Repeat(new NumberingLevel(), Levels).ToArray();
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            if (reader.LocalName == "lvl" && WordXml.Number(reader, "ilvl") is { } level and >= 0 and < Levels)
            {
                levels[level] = ReadLevel(reader);
            }
            else
            {
                XmlWalk.Skip(reader);
            }
        }

        return levels;
    }

    private static NumberingLevel ReadLevel(XmlReader reader)
    {
        var result = new NumberingLevel();
        var depth = reader.Depth;
        while (XmlWalk.NextChild(reader, depth))
        {
            result = reader.LocalName switch
            {
                "start" => result with { Start = WordXml.Number(reader, "val") ?? 1 },
                "numFmt" => result with { Format = WordXml.Attribute(reader, "val") ?? "decimal" },
                "lvlText" => result with { Text = WordXml.Attribute(reader, "val") ?? "" },
                "isLgl" => result with { IsLegal = WordXml.IsOn(reader) },
                "lvlRestart" => result with { RestartAfter = WordXml.Number(reader, "val") },
                _ => result,
            };
            XmlWalk.Skip(reader);
        }

        return result;
    }
}
