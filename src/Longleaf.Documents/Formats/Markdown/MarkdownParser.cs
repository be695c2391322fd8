using Longleaf.Documents.Formats.PlainText;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Longleaf.Documents.Formats.Markdown;

/// <summary>
/// Reads Markdown: Markdig finds the blocks, and each is kept as its source has it. What is within a paragraph is not parsed: nothing of it is
/// needed, and it is where hostile text makes parsers slow.
/// </summary>
internal sealed class MarkdownParser : IFormatParser
{
    private const int MaxDepth = 64;
    private const int TableCharacters = 2000;

    private readonly MarkdownPipeline _pipeline = BlocksOnly();

    public DocumentInfo Parse(Stream input, BlockSink sink)
    {
        using var source = new TextSource(input, sink);
        var chunks = new MarkdownChunks(source.Reader);
        var title = default(string);
        for (var (chunk, isFirst) = (chunks.Read(), true); chunk is not null; (chunk, isFirst) = (chunks.Read(), false))
        {
            var markdown = isFirst ? WithoutFrontMatter(chunk, out title) : chunk;
            if (chunks.IsTooDeep)
            {
                WritePlain(markdown, sink);
            }
            else
            {
                Write(markdown, sink);
            }

            source.ReportProgress();
        }

        return new DocumentInfo { Format = DocumentFormat.Markdown, Charset = source.Charset, Title = title };
    }

    private static MarkdownPipeline BlocksOnly()
    {
        var builder = new MarkdownPipelineBuilder().UseGridTables().UsePreciseSourceLocation();
        builder.InlineParsers.Clear();
        return builder.Build();
    }

    private void Write(string source, BlockSink sink)
    {
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(source, _pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's own bound on nesting.
            WritePlain(source, sink);
            return;
        }

        // Definitions of links are gathered by Markdig; here they stay where they are.
        foreach (var block in document
            .SelectMany(block => block is LinkReferenceDefinitionGroup definitions ? definitions : Enumerable.Repeat(block, 1))
            .OrderBy(block => block.Span.Start))
        {
            Write(block, source, sink);
        }
    }

    private static void WritePlain(string source, BlockSink sink)
    {
        sink.Warn("A part of this Markdown file is nested so deep that it was read as plain text.");
        sink.Add(BlockKind.Paragraph, source);
    }

    private static void Write(Markdig.Syntax.Block block, string source, BlockSink sink)
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
                WriteTable(Slice(block, source), sink);
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
                WriteParagraph(Slice(block, source), sink);
                break;
        }
    }

    private static void WriteParagraph(string text, BlockSink sink)
    {
        var table = PipeTable.Start(text);
        var prose = table < 0 ? text : text[..table];
        sink.Add(prose.StartsWith("[^", StringComparison.Ordinal) && prose.Contains("]:", StringComparison.Ordinal) ? BlockKind.Note : BlockKind.Paragraph, prose);
        if (table >= 0)
        {
            WriteTable(text[table..], sink);
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

    // An item is its source without the lists in it, whose items are blocks of their own.
    private static void WriteList(ListBlock list, string source, BlockSink sink, int level)
    {
        var join = level > 0 ? BlockJoin.Line : BlockJoin.Paragraph;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var start = LineStart(source, item.Span.Start);
            var end = Math.Clamp(item.Span.End + 1, start, source.Length);
            foreach (var inner in level < MaxDepth ? item.OfType<ListBlock>() : [])
            {
                WriteItem(start, Math.Clamp(inner.Span.Start, start, end));
                WriteList(inner, source, sink, level + 1);
                start = Math.Clamp(inner.Span.End + 1, start, end);
            }

            WriteItem(start, end);
        }

        void WriteItem(int from, int to)
        {
            if (source.AsSpan(from, to - from).IsWhiteSpace())
            {
                return;
            }

            sink.Add(BlockKind.ListItem, source[from..to].TrimEnd(), level, join);
            join = BlockJoin.Line;
        }
    }

    private static void WriteTable(string text, BlockSink sink)
    {
        var (start, join) = (0, BlockJoin.Paragraph);
        while (start < text.Length)
        {
            var end = text.Length - start <= TableCharacters ? text.Length : text.IndexOf('\n', start + TableCharacters);
            end = end < 0 ? text.Length : end;
            sink.Add(BlockKind.Table, text[start..end], join: join);
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
