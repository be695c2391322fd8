using System.Buffers;

namespace Longleaf.Reading.Text;

/// <summary>Finds the line breaks that end a sentence whatever it says: the rest are where a writer's line was full.</summary>
internal ref struct LineBorders(ReadOnlySpan<char> text, bool everyLine)
{
    private static readonly SearchValues<char> ProseMarks = SearchValues.Create(".,;!?\"“”。，");

    private readonly ReadOnlySpan<char> _text = text;
    private bool _fenced;

    /// <summary>The position after the run of lines that starts at a position.</summary>
    public int NextBorder(int start)
    {
        var line = start;
        while (true)
        {
            var length = _text[line..].IndexOf('\n');
            var end = length < 0 ? _text.Length : line + length + 1;
            if (end == _text.Length)
            {
                return end;
            }

            var current = _text[line..end].Trim();
            if (current.StartsWith("```", StringComparison.Ordinal) || current.StartsWith("~~~", StringComparison.Ordinal))
            {
                _fenced = !_fenced;
            }

            var next = Line(end);
            if (everyLine || _fenced || current.IsEmpty || next.IsEmpty || StandsAlone(current) || StartsAnew(next) || IsField(next))
            {
                return end;
            }

            line = end;
        }
    }

    private readonly ReadOnlySpan<char> Line(int start)
    {
        var rest = _text[start..];
        var length = rest.IndexOf('\n');
        return (length < 0 ? rest : rest[..length]).Trim();
    }

    // Headings, table rows, rules and fences do not go on in the next line.
    private static bool StandsAlone(ReadOnlySpan<char> line) => line[0] is '|' or '#' || line.StartsWith("```", StringComparison.Ordinal);

    private static bool StartsAnew(ReadOnlySpan<char> line)
    {
        if (line[0] is '|' or '#' or '•' or '●' or '○' or '▪' or '■' or '◆' or '·' || line.StartsWith("```", StringComparison.Ordinal))
        {
            return true;
        }

        if (line[0] is '-' or '*' or '+' or '–' or '—')
        {
            return line.Length > 1 && line[1] == ' ';
        }

        var mark = line[0] is '(' or '（' ? 1 : 0;
        var digits = mark;
        while (digits < line.Length && digits - mark < 4 && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        return digits > mark && digits < line.Length && (line[digits] is '、' or '）'
            || (line[digits] is '.' or ')' && digits + 1 < line.Length && line[digits + 1] == ' '));
    }

    // "Name: value" at the start of a line.
    private static bool IsField(ReadOnlySpan<char> line)
    {
        var colon = line[..Math.Min(line.Length, 40)].IndexOfAny(':', '：');
        return colon > 0 && (line[colon] == '：' || colon + 1 == line.Length || line[colon + 1] == ' ')
            && (char.IsUpper(line[0]) || CharacterTable.ClassOf(line[0]) == CharacterClass.Ideograph)
            && line[..colon].Count(' ') <= 3 && !line[..colon].ContainsAny(ProseMarks);
    }
}
