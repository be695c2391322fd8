namespace Longleaf.Reading.Extractive.Statements;

/// <summary>Reads lines of GitHub-flavoured Markdown tables.</summary>
internal static class MarkdownTable
{
    /// <summary>The trimmed cells of a row; none if the line is not one. Bars behind a backslash belong to their cell.</summary>
    public static IReadOnlyList<Range> Cells(ReadOnlySpan<char> line)
    {
        var cells = new List<Range>();
        var start = -1;
        for (var i = 0; i <= line.Length; i++)
        {
            var bar = i < line.Length && line[i] == '|' && (i == 0 || line[i - 1] != '\\');
            if (!bar && i < line.Length)
            {
                continue;
            }

            if (start < 0)
            {
                if (i == line.Length)
                {
                    return [];
                }

                // A row may come without its outer bars.
                if (!line[..i].IsWhiteSpace())
                {
                    cells.Add(Trim(line, 0, i));
                }
            }
            else if (i < line.Length || !line[start..i].IsWhiteSpace())
            {
                cells.Add(Trim(line, start, i));
            }

            start = i + 1;
        }

        return cells;
    }

    /// <summary>Whether a line is the rule below a header (<c>| --- | :-: |</c>).</summary>
    public static bool IsRule(ReadOnlySpan<char> line)
    {
        var dashes = false;
        foreach (var character in line)
        {
            dashes |= character == '-';
            if (character is not ('|' or '-' or ':' or ' ' or '\t'))
            {
                return false;
            }
        }

        return dashes && line.Contains('|');
    }

    private static Range Trim(ReadOnlySpan<char> line, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(line[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(line[end - 1]))
        {
            end--;
        }

        return start..end;
    }
}
