using Longleaf.Documents.Formats.PlainText;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Longleaf.Documents.Formats.Markdown;

/// <summary>Reads Markdown: Markdig finds the blocks, and each is kept as its source has it.</summary>
internal sealed class MarkdownParser : IFormatParser
{
    // Past this a document is read as text: a syntax tree takes some twenty times its source.
    private const int MaxTreeCharacters = 16_000_000;
    private const int MaxDepth = 64;

    public DocumentInfo Parse(Stream input, BlockSink sink)
    {
        using var source = new TextSource(input, sink);
        if (input.Length > MaxTreeCharacters)
        {
            sink.Warn("This Markdown file is so large that it was read as plain text, without its headings.");
            return new PlainTextParser().Parse(input, sink) with { Format = DocumentFormat.Markdown };
        }

        var text = source.Reader.ReadToEnd().ReplaceLineEndings("\n").Replace('\0', ' ');
        var body = WithoutFrontMatter(text, out var title);
        var pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseGridTables().UseFootnotes().UsePreciseSourceLocation().Build();
        try
        {
            foreach (var block in Markdig.Markdown.Parse(body, pipeline))
            {
                Write(block, body, sink);
                source.ReportProgress(input.Length * Math.Min(block.Span.End + 1L, body.Length) / body.Length);
            }
        }
        catch (ArgumentException)
        {
            // Markdig's own bound on nesting.
            throw new UnreadableException(DocumentFailureCode.TooLarge, "This Markdown file is nested too deep.");
        }

        return new DocumentInfo { Format = DocumentFormat.Markdown, Charset = source.Charset, Title = title };
    }

    private static void Write(MarkdownObject block, string source, BlockSink sink)
    {
        switch (block)
        {
            case HeadingBlock heading:
                WriteHeading(heading, source, sink);
                break;
            case ListBlock list:
                WriteList(list, source, sink, 0);
                break;
            case Table:
                WriteLines(BlockKind.Table, Slice(block, source), sink);
                break;
            case CodeBlock:
                sink.Add(BlockKind.Code, LineSlice(block, source));
                break;
            case QuoteBlock:
                sink.Add(BlockKind.Quote, Slice(block, source));
                break;
            case ThematicBreakBlock:
                break;
            default:
                sink.Add(BlockKind.Paragraph, Slice(block, source));
                break;
        }
    }

    // Underlined headings are written with signs: the section path is read from them.
    private static void WriteHeading(HeadingBlock heading, string source, BlockSink sink)
    {
        var text = Slice(heading, source);
        if (heading.IsSetext)
        {
            var lines = text.TrimEnd().Split('\n');
            text = $"{new string('#', heading.Level)} {string.Join(' ', lines.Take(Math.Max(1, lines.Length - 1)).Select(line => line.Trim()))}";
        }

        sink.Add(BlockKind.Heading, text.Trim(' ', '\n').TrimEnd('#').TrimEnd() is { Length: > 0 } trimmed ? trimmed : text, heading.Level);
    }

    private static void WriteList(ListBlock list, string source, BlockSink sink, int level)
    {
        var join = BlockJoin.Paragraph;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            // An item is its source up to the first list in it, whose items are blocks of their own.
            var nested = level < MaxDepth ? item.OfType<ListBlock>().ToList() : [];
            var end = nested.Count > 0 ? nested[0].Span.Start : item.Span.End + 1;
            var start = LineStart(source, item.Span.Start);
            sink.Add(BlockKind.ListItem, source[start..Math.Clamp(end, start, source.Length)].TrimEnd(), level, level > 0 ? BlockJoin.Line : join);
            foreach (var inner in nested)
            {
                WriteList(inner, source, sink, level + 1);
            }

            join = BlockJoin.Line;
        }
    }

    private static void WriteLines(BlockKind kind, string text, BlockSink sink)
    {
        const int BlockCharacters = 2000;
        var (start, join) = (0, BlockJoin.Paragraph);
        while (start < text.Length)
        {
            var end = text.Length - start <= BlockCharacters ? text.Length : text.IndexOf('\n', start + BlockCharacters);
            end = end < 0 ? text.Length : end;
            sink.Add(kind, text[start..end], join: join);
            join = BlockJoin.Line;
            start = end + 1;
        }
    }

    private static string Slice(MarkdownObject block, string source) =>
        block.Span.IsEmpty || block.Span.End >= source.Length ? "" : source.Substring(block.Span.Start, block.Span.Length);

    // The blanks before a code block's first line belong to it.
    private static string LineSlice(MarkdownObject block, string source)
    {
        var start = LineStart(source, block.Span.Start);
        return block.Span.IsEmpty || block.Span.End >= source.Length ? "" : source[start..(block.Span.End + 1)];
    }

    private static int LineStart(string source, int index)
    {
        var start = Math.Min(index, source.Length);
        while (start > 0 && source[start - 1] is (' ' or '\t'))
        {
            start--;
        }

        return start;
    }

    // YAML between two lines of dashes at the very start: its title is the document's, all of it is kept as text.
    private static string WithoutFrontMatter(string text, out string? title)
    {
        title = null;
        if (!text.StartsWith("---\n", StringComparison.Ordinal) || text.IndexOf("\n---\n", 3, StringComparison.Ordinal) is not (> 0 and var end))
        {
            return text;
        }

        title = text[4..end].Split('\n')
            .Where(line => line.StartsWith("title:", StringComparison.OrdinalIgnoreCase))
            .Select(line => line[6..].Trim().Trim('"', '\''))
            .FirstOrDefault(value => value.Length > 0);
        return $"```yaml\n{text[4..end]}\n```\n{text[(end + 5)..]}";
    }
}
