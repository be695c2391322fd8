
namespace Longleaf.Documents.Formats.Html;

/// <summary>Gathers text into blocks, of the kind that the open elements make them.</summary>
/// <param name="open">The open elements.</param>
/// <param name="notes">The book's notes.</param>
/// <param name="document">The name of the file within the book.</param>
/// <param name="write">Takes the blocks.</param>
internal sealed class BlockGatherer(OpenElements open, NoteLabels notes, string document, Action<HtmlBlock> write)
{
    // Deeper lists and quotes are not moved further in.
    private const int MaxListDepth = 16;
    private const int MaxQuoteDepth = 4;
    private const int MaxReading = 256;

    private readonly List<string> _anchors = [];
    private bool _startsWithMark;
    private string _noteLabel = "";

    public InlineText Text { get; } = new();

    /// <summary>Remembers a place with an id: it belongs to the block being gathered, or to the next.</summary>
    /// <param name="id">The id.</param>
    /// <param name="isWanted">Whether the block is to say that it is there.</param>
    public void MarkPlace(string id, bool isWanted)
    {
        if (isWanted)
        {
            _anchors.Add(id);
        }

        // Whatever a note's mark leads to is the note, whether it says so or not.
        if (Text.IsEmpty && notes.LabelOf(document, id) is { Length: > 0 } label)
        {
            _noteLabel = label;
        }
    }

    /// <summary>Ends the block being gathered.</summary>
    public void Flush()
    {
        if (Text.IsEmpty)
        {
            Text.Take();
            return;
        }

        for (var index = open.Count - 1; index >= 0 && open[index].IsInline; index--)
        {
            EndInline(open[index]);
            open[index].TextStart = 0;
        }

        var text = Text.Take();
        _startsWithMark = false;
        if (!string.IsNullOrWhiteSpace(text))
        {
            var block = AsNote(BlockOf(text));
            Emit(_anchors.Count == 0 ? block : block with { Anchors = [.. _anchors] });
            _anchors.Clear();
            _noteLabel = "";
        }
    }

    /// <summary>Hands a block to the cell that is open, or on.</summary>
    public void Emit(HtmlBlock block)
    {
        for (var index = open.Count - 1; index >= 0; index--)
        {
            if (open[index].Table is { IsInCell: true } table)
            {
                table.Add(block);
                return;
            }
        }

        write(block);
    }

    /// <summary>Does what the end of an element within a line does to its text.</summary>
    public void EndInline(OpenElement element)
    {
        var start = Math.Min(element.TextStart, Text.Written.Length);
        switch (element.Role)
        {
            case HtmlRole.Link:
                EndLink(element, start);
                break;
            case HtmlRole.Superscript:
                EndSuperscript(element, start);
                break;
            case HtmlRole.Reading when EnclosingRuby() is { } ruby:
                ruby.Target += Text.Written.ToString(start, Text.Written.Length - start).Trim();
                Text.Written.Length = start;
                if (ruby.Target.Length > MaxReading)
                {
                    EndInline(ruby);
                }

                break;
            case HtmlRole.Ruby when element.Target.Length > 0:
                Text.AppendVerbatim($"({element.Target})");
                element.Target = "";
                break;
            case HtmlRole.Code when open.Nearest(HtmlRole.Preformatted) is null:
                var code = Text.Written.ToString(start, Text.Written.Length - start);
                if (!string.IsNullOrWhiteSpace(code) && !code.Contains('`', StringComparison.Ordinal) && !code.Contains('\n', StringComparison.Ordinal))
                {
                    Text.Written.Insert(start, '`').Append('`');
                }

                break;
            default:
                break;
        }
    }

    private HtmlBlock BlockOf(string text)
    {
        for (var index = open.Count - 1; index >= 0; index--)
        {
            var element = open[index];
            switch (element.Role)
            {
                case HtmlRole.Heading:
                    return new HtmlBlock(BlockKind.Heading, text) { Level = element.Level };
                case HtmlRole.Item:
                    return new HtmlBlock(BlockKind.ListItem, Lines(text)) { Level = Math.Clamp(open.Depth(HtmlRole.List) - 1, 0, MaxListDepth), Marker = TakeMarker(element) };
                case HtmlRole.Quote:
                    return new HtmlBlock(BlockKind.Quote, Lines(text)) { Level = Math.Min(open.Depth(HtmlRole.Quote), MaxQuoteDepth) };
                case HtmlRole.Preformatted:
                    return new HtmlBlock(BlockKind.Code, text.Trim('\n'));
                case HtmlRole.Note:
                    return new HtmlBlock(BlockKind.Note, Lines(text));
                case HtmlRole.Definition:
                    var marker = TakeMarker(element);
                    return new HtmlBlock(BlockKind.Paragraph, Lines(text)) { Marker = marker, GoesOn = marker.Length > 0 };
                case HtmlRole.Cell:
                    return new HtmlBlock(BlockKind.Paragraph, Lines(text));
                default:
                    break;
            }
        }

        return new HtmlBlock(BlockKind.Paragraph, Lines(text));
    }

    private HtmlBlock AsNote(HtmlBlock block) => _noteLabel.Length == 0 || block.Kind is not (BlockKind.Note or BlockKind.Paragraph or BlockKind.ListItem)
        ? block
        : new HtmlBlock(BlockKind.Note, NoteLabels.WithoutLabel(block.Text, _noteLabel)) { Marker = $"[^{_noteLabel}]: " };

    private static string TakeMarker(OpenElement element)
    {
        var marker = element.Marker;
        element.Marker = "";
        return marker;
    }

    private static string Lines(string text) =>
        text.Contains('\n', StringComparison.Ordinal)
            ? string.Join('\n', text.Split('\n').Select(line => line.Trim(' ')).Where(line => line.Length > 0))
            : text.Trim(' ');

    private OpenElement? EnclosingRuby()
    {
        for (var index = open.Count - 1; index >= 0 && open[index].IsInline; index--)
        {
            if (open[index].Role == HtmlRole.Ruby)
            {
                return open[index];
            }
        }

        return null;
    }

    private void EndLink(OpenElement link, int start)
    {
        var label = Text.Written.ToString(start, Text.Written.Length - start).Trim();
        var isMark = link.Target.StartsWith('#') || link.Target.Contains(".xhtml#", StringComparison.OrdinalIgnoreCase)
            || link.Target.Contains(".htm", StringComparison.OrdinalIgnoreCase);
        isMark = isMark && NoteLabels.IsMark(label) && (label[0] is '*' or '†' or '‡' or '§' or '¶' or '[' || link.HoldsSuperscript || IsInSuperscript());
        // What starts with a mark is the note itself, or a numbered verse.
        _startsWithMark |= isMark && start == 0;
        if (label.Length > 0 && (link.IsNoteReference || (isMark && !_startsWithMark)))
        {
            Text.Written.Length = start;
            Text.AppendVerbatim(notes.Refer(document, link.Target, label));
        }
        else
        {
            MarkdownLink.Wrap(Text.Written, start, link.Target);
        }
    }

    private bool IsInSuperscript()
    {
        for (var index = open.Count - 1; index >= 0 && open[index].IsInline; index--)
        {
            if (open[index].Role == HtmlRole.Superscript)
            {
                return true;
            }
        }

        return false;
    }

    // "10⁶" must not read "106".
    private void EndSuperscript(OpenElement element, int start)
    {
        if (open.Top is { Role: HtmlRole.Link } link)
        {
            link.HoldsSuperscript |= link.TextStart == element.TextStart;
        }
        else if (start > 0 && char.IsLetterOrDigit(Text.Written[start - 1]) && Text.Written.Length - start is > 0 and <= 4)
        {
            var text = Text.Written.ToString(start, Text.Written.Length - start);
            if (text.TrimStart('-', '−', '+') is { Length: > 0 } digits && digits.All(char.IsAsciiDigit))
            {
                Text.Written.Insert(start, '^');
            }
        }
    }
}
