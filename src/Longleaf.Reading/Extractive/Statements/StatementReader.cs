using System.Text;
using System.Text.RegularExpressions;
using Longleaf.Documents;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Statements;

/// <summary>Cuts stretches of a document into statements: sentences, key-value lines, rows.</summary>
internal static partial class StatementReader
{
    // A table's header is looked for in at most this many bytes from its start.
    private const int HeaderBytes = 8 * 1024;
    private const int MinRecords = 4;
    private const int LongestRecord = 50;

    /// <summary>The statements that stand in a range of bytes, in order.</summary>
    public static List<Statement> Read(ReadableDocument document, int position, long byteStart, long byteLength)
    {
        var statements = new List<Statement>();
        var end = Math.Min(byteStart + byteLength, document.Text.Bytes);
        for (var block = Math.Max(0, document.Blocks.Find(byteStart)); block < document.Blocks.Count; block++)
        {
            var location = document.Blocks[block].Location;
            var (from, to) = (Math.Max(location.ByteStart, byteStart), Math.Min(location.ByteStart + location.ByteLength, end));
            if (location.ByteStart >= end)
            {
                break;
            }

            if (from < to)
            {
                ReadBlock(statements, document, position, block, from, to);
            }
        }

        return statements;
    }

    private static void ReadBlock(List<Statement> statements, ReadableDocument document, int position, int block, long from, long to)
    {
        var entry = document.Blocks[block];
        var text = document.Text.Read(from, (int)(to - from));
        var place = new BlockPlace(position, block, from, text);
        switch (entry.Kind)
        {
            case BlockKind.Heading:
                place.Add(statements, StatementKind.Heading, HeadingMarker().Match(text).Length, text.Length);
                break;
            case BlockKind.Table:
                ReadRows(statements, document, place);
                break;
            case BlockKind.ListItem:
                ReadText(statements, place, ListMarker().Match(text).Length, isListItem: true);
                break;
            default:
                ReadText(statements, place, QuoteMarker().Match(text).Length, isListItem: false);
                break;
        }
    }

    private static void ReadText(List<Statement> statements, BlockPlace place, int start, bool isListItem)
    {
        var text = place.Text;
        if (start == text.Length)
        {
            return;
        }

        // Lines that are records of their own stay apart; lines that a paragraph was broken into are read together.
        var lines = Lines(text, start);
        if (lines.Count > 0 && ArticleTitle.Is(text[lines[0]]))
        {
            // The title of an article on a line of its own is no part of its first sentence.
            place.Add(statements, StatementKind.Heading, lines[0].Start.Value, lines[0].End.Value);
            lines.RemoveAt(0);
            if (lines.Count == 0)
            {
                return;
            }

            start = lines[0].Start.Value;
        }

        var records = lines.Count > 1 && lines.Count(line => KeyValueLine.Find(text[line]) is not null || ListMarker().Match(text[line]).Length > 0) * 2 >= lines.Count;
        records |= AreRecords(text, lines);
        foreach (var line in records || lines.Count == 1 ? lines : [start..text.Length])
        {
            var (offset, length) = line.GetOffsetAndLength(text.Length);
            offset += records ? ListMarker().Match(text[line]).Length : 0;
            var content = text[offset..line.End];
            if (!content.Contains('\n', StringComparison.Ordinal) && KeyValueLine.Find(content) is { } pair && !(content.Length > 160 && InnerSentence().IsMatch(content)))
            {
                place.AddKeyValue(statements, offset, content.Length, pair, isListItem);
            }
            else
            {
                foreach (var sentence in Sentences.Split(content))
                {
                    var (inner, size) = sentence.GetOffsetAndLength(content.Length);
                    place.Add(statements, StatementKind.Sentence, offset + inner, offset + inner + size, isListItem);
                }
            }
        }
    }

    // "Height 1.91 m", "Born 26 June 1968": short lines with figures, none of which ends a sentence.
    private static bool AreRecords(string text, List<Range> lines)
    {
        if (lines.Count < MinRecords)
        {
            return false;
        }

        var (brief, figures, ended) = (0, 0, 0);
        foreach (var line in lines)
        {
            var content = text.AsSpan(line).TrimEnd();
            brief += content.Length <= LongestRecord ? 1 : 0;
            figures += content.ContainsAnyInRange('0', '9') ? 1 : 0;
            ended += content.Length > 0 && SentenceEnd.IsTerminator(content[^1]) ? 1 : 0;
        }

        return brief * 10 >= lines.Count * 9 && figures * 3 >= lines.Count && ended * 5 <= lines.Count;
    }

    private static void ReadRows(List<Statement> statements, ReadableDocument document, BlockPlace place)
    {
        var headers = Headers(document, place.Block);
        var form = IsForm(headers);
        foreach (var line in Lines(place.Text, 0))
        {
            var row = place.Text[line];
            var cells = MarkdownTable.Cells(row);
            if (form && cells.Count > 0 && !MarkdownTable.IsRule(row))
            {
                AddPairs(statements, place, line, cells);
                continue;
            }

            if (cells.Count == 0 || MarkdownTable.IsRule(row) || cells.Select(cell => row[cell]).SequenceEqual(headers))
            {
                continue;
            }

            place.AddRow(statements, line, cells, headers);
        }
    }

    /// <summary>Whether a table's first row is labels and values by turns: "| Insured | G. Diaz | Year | 2022 |".</summary>
    public static bool IsForm(string[] headers) =>
        headers.Length is 2 or 4 or 6
        && headers.Where((_, i) => i % 2 == 0).All(label => label.Length > 0 && !label.Any(char.IsAsciiDigit))
        && headers.Where((header, i) => i % 2 == 1 && header.Any(char.IsAsciiDigit) && (headers.Length > 2 || !Year().IsMatch(header))).Any();

    private static void AddPairs(List<Statement> statements, BlockPlace place, Range line, IReadOnlyList<Range> cells)
    {
        var start = line.Start.Value;

        // "| GRAND TOTAL | | | 211,522 |" within a form: the two that are there belong together.
        Range[] filled = [.. cells.Where(cell => cell.End.Value > cell.Start.Value)];
        if (filled is [var first, var last] && cells.Count > 2)
        {
            var offset = first.Start.Value;
            place.AddKeyValue(statements, start + offset, last.End.Value - offset, (0..(first.End.Value - offset), (last.Start.Value - offset)..(last.End.Value - offset)), isListItem: false);
            return;
        }

        for (var i = 0; i + 1 < cells.Count; i += 2)
        {
            var (label, value) = (cells[i], cells[i + 1]);
            if (label.End.Value > label.Start.Value && value.End.Value > value.Start.Value)
            {
                var offset = label.Start.Value;
                place.AddKeyValue(statements, start + offset, value.End.Value - offset, (0..(label.End.Value - offset), (value.Start.Value - offset)..(value.End.Value - offset)), isListItem: false);
            }
        }
    }

    private static string[] Headers(ReadableDocument document, int block)
    {
        while (block > 0 && document.Blocks[block].Join != BlockJoin.Paragraph && document.Blocks[block - 1].Kind == BlockKind.Table)
        {
            block--;
        }

        var location = document.Blocks[block].Location;
        var bytes = document.Text.Slice(location.ByteStart, Math.Min(location.ByteLength, HeaderBytes));
        var lineEnd = bytes.IndexOf((byte)'\n');
        if (lineEnd < 0)
        {
            return [];
        }

        var rest = bytes[(lineEnd + 1)..];
        var ruleEnd = rest.IndexOf((byte)'\n');
        var rule = Encoding.UTF8.GetString(ruleEnd < 0 ? rest : rest[..ruleEnd]);
        var header = Encoding.UTF8.GetString(bytes[..lineEnd]);
        return MarkdownTable.IsRule(rule) ? [.. MarkdownTable.Cells(header).Select(cell => header[cell])] : [];
    }

    private static List<Range> Lines(string text, int start)
    {
        var lines = new List<Range>();
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
            {
                lines.Add(start..end);
            }

            start = end + 1;
        }

        return lines;
    }

    [GeneratedRegex(@"^#{1,6}\s+")]
    private static partial Regex HeadingMarker();

    [GeneratedRegex(@"^\s*(?:[-*+•]|[0-9]{1,3}[.)])\s+(?:\[[ xX]\]\s+)?")]
    private static partial Regex ListMarker();

    [GeneratedRegex(@"^(?:>\s?|\[\^[^\]]{1,20}\]:\s?|```\w*\n)+")]
    private static partial Regex QuoteMarker();

    [GeneratedRegex(@"^\W*(?:1[89]|20)[0-9]{2}\W*$|^\W*FY ?[0-9]{2,4}\W*$|^\W*Q[1-4]\b", RegexOptions.IgnoreCase)]
    private static partial Regex Year();

    [GeneratedRegex(@"[.!?]\s+\p{Lu}|[。！？]\S")]
    private static partial Regex InnerSentence();
}
