using Longleaf.Documents;

namespace Longleaf.Reading.Tests.Extractive;

/// <summary>Makes documents of short Markdown, as the format readers would: enough for tests. <c>[[p 12]]</c> on a line of its own starts page 12.</summary>
internal static class MarkdownBlocks
{
    public static ReadableDocument Document(string name, string markdown, string? id = null, string? title = null) =>
        ReadableDocument.FromBlocks(id ?? "file-fe-" + name, name, new DocumentInfo { Format = DocumentFormat.Markdown, Title = title }, Read(markdown));

    public static IEnumerable<Block> Read(string markdown)
    {
        var (paragraph, page, before) = (new List<string>(), (int?)null, BlockKind.Heading);
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            var kind = Kind(line);
            if (paragraph.Count > 0 && (kind != BlockKind.Paragraph || line.Trim().Length == 0 || Kind(paragraph[0]) != BlockKind.Paragraph) && !(kind == BlockKind.Table && Kind(paragraph[0]) == BlockKind.Table))
            {
                yield return Block(paragraph, page, before);
                before = Kind(paragraph[0]);
                paragraph.Clear();
            }

            if (line.StartsWith("[[p ", StringComparison.Ordinal))
            {
                page = int.Parse(line[4..^2], System.Globalization.CultureInfo.InvariantCulture);
            }
            else if (line.Trim().Length > 0)
            {
                paragraph.Add(line);
            }
            else
            {
                before = BlockKind.Heading;
            }
        }
    }

    private static Block Block(List<string> lines, int? page, BlockKind before)
    {
        var kind = Kind(lines[0]);
        return new Block
        {
            Kind = kind,
            Text = string.Join('\n', lines),
            Level = kind == BlockKind.Heading ? lines[0].TakeWhile(character => character == '#').Count() : 0,
            Join = kind == BlockKind.ListItem && before == BlockKind.ListItem ? BlockJoin.Line : BlockJoin.Paragraph,
            Location = new Location { Page = page },
        };
    }

    private static BlockKind Kind(string line) =>
        line.StartsWith('#') ? BlockKind.Heading
        : line.StartsWith('|') ? BlockKind.Table
        : line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal) || (line.Length > 2 && char.IsAsciiDigit(line[0]) && line.IndexOf(". ", StringComparison.Ordinal) is 1 or 2) ? BlockKind.ListItem
        : BlockKind.Paragraph;
}
