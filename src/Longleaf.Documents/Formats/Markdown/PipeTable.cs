namespace Longleaf.Documents.Formats.Markdown;

/// <summary>Finds a GitHub-flavoured table in the lines of a paragraph: a header, and below it a rule of as many cells.</summary>
internal static class PipeTable
{
    /// <summary>Where the header starts in a paragraph; -1 if it holds no table.</summary>
    public static int Start(ReadOnlySpan<char> paragraph)
    {
        var header = 0;
        while (paragraph[header..].IndexOf('\n') is var length and >= 0)
        {
            var next = header + length + 1;
            var end = paragraph[next..].IndexOf('\n') is var found and >= 0 ? next + found : paragraph.Length;
            if (IsRule(paragraph[next..end]) && Cells(paragraph.Slice(header, length)) == Cells(paragraph[next..end]))
            {
                return header;
            }

            header = next;
        }

        return -1;
    }

    private static bool IsRule(ReadOnlySpan<char> line)
    {
        line = line.Trim(" \t");
        return line.Contains('|') && line.Contains('-') && !line.ContainsAnyExcept("|-: \t");
    }

    private static int Cells(ReadOnlySpan<char> line)
    {
        line = line.Trim(" \t");
        line = line.StartsWith("|") ? line[1..] : line;
        line = line.EndsWith("|") && !line.EndsWith(@"\|") ? line[..^1] : line;
        var cells = 1;
        for (var index = 0; index < line.Length; index++)
        {
            cells += line[index] == '|' && (index == 0 || line[index - 1] != '\\') ? 1 : 0;
        }

        return cells;
    }
}
