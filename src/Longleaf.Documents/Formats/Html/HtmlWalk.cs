using System.Globalization;

namespace Longleaf.Documents.Formats.Html;

/// <summary>Follows the tags of a document, in the order of its source and without a tree: what opens and closes blocks, and what they become.</summary>
/// <param name="limits">What the document may cost.</param>
/// <param name="open">The open elements.</param>
/// <param name="gatherer">Takes the text.</param>
internal sealed class HtmlWalk(ParseLimits limits, OpenElements open, BlockGatherer gatherer)
{
    /// <summary>Whether the text is preformatted here.</summary>
    private bool IsVerbatim => open.Nearest(HtmlRole.Preformatted) is not null;

    public void Text(ReadOnlySpan<char> text)
    {
        if (!IsVerbatim)
        {
            gatherer.Text.Append(text);
            return;
        }

        // The line end after the tag is not shown.
        gatherer.Text.AppendVerbatim(gatherer.Text.IsEmpty && text is ['\n', .. var rest] ? rest : text);
    }

    public void Start(string name, HtmlAttributes attributes, bool isEmpty)
    {
        if (HtmlNames.IsBlock(name))
        {
            gatherer.Flush();
            EndImplied(name);
        }

        switch (name)
        {
            case "br":
                gatherer.Text.BreakLine();
                break;
            case "img":
                AddAlternative(attributes["alt"]);
                break;
            case "q":
                gatherer.Text.Append("“");
                break;
            case "option":
                gatherer.Text.AppendBlank();
                break;
            default:
                if (!isEmpty)
                {
                    Open(name, attributes);
                }

                break;
        }
    }

    public void End(string name)
    {
        if (HtmlNames.IsBlock(name))
        {
            gatherer.Flush();
        }
        else if (name == "q")
        {
            gatherer.Text.Append("”");
        }

        if (open.EndedBy(name) is >= 0 and var index)
        {
            PopTo(index);
        }
    }

    public void EndAll()
    {
        gatherer.Flush();
        PopTo(0);
    }

    private void Open(string name, HtmlAttributes attributes)
    {
        switch (name)
        {
            case ['h', >= '1' and <= '6']:
                Push(new OpenElement(name, HtmlRole.Heading) { Level = name[1] - '0' });
                break;
            case "ul" or "ol" or "menu" or "dir":
                Push(new OpenElement(name, HtmlRole.List)
                {
                    Counter = new ListCounter(name == "ol" && !open.Has("nav"), attributes["type"] ?? "", attributes.Number("start") ?? 1, attributes["reversed"] is not null),
                });
                break;
            case "li" when !IsNote(attributes):
                Push(new OpenElement(name, HtmlRole.Item) { Marker = open.Nearest(HtmlRole.List)?.Counter?.Next(attributes.Number("value")) ?? "- " });
                break;
            case "blockquote":
                Push(new OpenElement(name, HtmlRole.Quote));
                break;
            case "pre":
                Push(new OpenElement(name, HtmlRole.Preformatted));
                break;
            case "dt":
                Push(new OpenElement(name, HtmlRole.Term));
                break;
            case "dd":
                Push(new OpenElement(name, HtmlRole.Definition) { Marker = ": " });
                break;
            case "table" or "tfoot" or "thead" or "tbody" or "tr" or "td" or "th":
                OpenTablePart(name, attributes);
                break;
            case "a" or "code" or "kbd" or "samp" or "sup" or "ruby" or "rt" or "rtc":
                OpenInline(name, attributes);
                break;
            case not "a" when IsNote(attributes):
                Push(new OpenElement(name, HtmlRole.Note));
                break;
            // The lists of a table of contents are shown without their numbers (EPUB 3.3, 7.2).
            case "nav":
            case not "p" when open.Has(name):
                Push(new OpenElement(name, HtmlRole.Plain));
                break;
            default:
                break;
        }
    }

    private void OpenInline(string name, HtmlAttributes attributes)
    {
        if (name == "a")
        {
            if (open.EndedBy("a") is >= 0 and var outer)
            {
                PopTo(outer);
            }

            if (TargetOf(attributes) is { } target)
            {
                Push(new OpenElement(name, HtmlRole.Link) { Target = target, IsNoteReference = attributes.Is("noteref"), TextStart = gatherer.Text.Mark() });
            }

            return;
        }

        if (name is "rt" or "rtc" && open.EndedBy("rt") is >= 0 and var reading)
        {
            PopTo(reading);
        }

        var role = name switch { "sup" => HtmlRole.Superscript, "ruby" => HtmlRole.Ruby, "rt" or "rtc" => HtmlRole.Reading, _ => HtmlRole.Code };
        Push(new OpenElement(name, role) { TextStart = gatherer.Text.Mark() });
    }

    private void OpenTablePart(string name, HtmlAttributes attributes)
    {
        if (name == "table")
        {
            Push(new OpenElement(name, HtmlRole.Table) { Table = new HtmlTable(limits) });
            return;
        }

        var table = open.TableIndex();
        if (table < 0)
        {
            return;
        }

        // Rows and cells end those of their kind before them, whether tags say so or not.
        var keep = table + 1;
        while (keep < open.Count && ((name == "tr" && open[keep].Role is HtmlRole.Footer) || (name is "td" or "th" && open[keep].Role is HtmlRole.Footer or HtmlRole.Row)))
        {
            keep++;
        }

        PopTo(keep);
        switch (name)
        {
            case "tr":
                open[table].Table!.BeginRow(open.Top!.Role == HtmlRole.Footer);
                Push(new OpenElement(name, HtmlRole.Row));
                break;
            case "td" or "th":
                open[table].Table!.BeginCell(attributes.Number("colspan") ?? 1, attributes.Number("rowspan") ?? 1);
                Push(new OpenElement(name, HtmlRole.Cell));
                break;
            case "tfoot":
                Push(new OpenElement(name, HtmlRole.Footer));
                break;
            default:
                break;
        }
    }

    // Mobipocket's ways of leading to a place within the book.
    private static string? TargetOf(HtmlAttributes attributes) =>
        attributes["filepos"] is { } place ? "#" + place.TrimStart('0')
        : attributes["href"] is { } target ? (target.StartsWith("kindle:pos", StringComparison.Ordinal) ? "#" + target : target) : null;

    // End tags that HTML lets be left out.
    private void EndImplied(string name)
    {
        var ended = name switch
        {
            "li" => open.Nearest(HtmlRole.List) is not null && IsItemOfInnermostList() ? "li" : null,
            "dt" or "dd" => open.Top is { Role: HtmlRole.Term or HtmlRole.Definition } top ? top.Name : null,
            "p" or ['h', >= '1' and <= '6'] => open.Nearest(HtmlRole.Heading)?.Name,
            _ => null,
        };
        if (ended is not null && open.EndedBy(ended) is >= 0 and var index)
        {
            PopTo(index);
        }

        if (open.Top is { Role: HtmlRole.Note, Name: "p" })
        {
            PopTo(open.Count - 1);
        }
    }

    private bool IsItemOfInnermostList()
    {
        for (var index = open.Count - 1; index >= 0; index--)
        {
            if (open[index].Role is HtmlRole.List or HtmlRole.Item or HtmlRole.Cell)
            {
                return open[index].Role == HtmlRole.Item;
            }
        }

        return false;
    }

    private void Push(OpenElement element) => open.Push(element);

    private void PopTo(int count)
    {
        while (open.Count > count)
        {
            if (!open.Top!.IsInline)
            {
                gatherer.Flush();
            }

            var element = open.Pop();
            switch (element.Role)
            {
                case HtmlRole.Cell when open.TableIndex() is >= 0 and var table:
                    open[table].Table!.EndCell();
                    break;
                case HtmlRole.Row when open.TableIndex() is >= 0 and var table:
                    open[table].Table!.EndRow();
                    break;
                case HtmlRole.Table:
                    foreach (var block in element.Table!.End())
                    {
                        gatherer.Emit(block);
                    }

                    break;
                default:
                    gatherer.EndInline(element);
                    break;
            }
        }
    }

    private static bool IsNote(HtmlAttributes attributes) => attributes.Any && attributes.Is("footnote", "endnote", "rearnote", "note");

    // A letter drawn as a picture is a letter; descriptions are sentences; single words are the names that programs make up.
    private void AddAlternative(string? alternative)
    {
        var text = alternative?.Trim() ?? "";
        if (text.Length is 1 or 2 && text.All(char.IsLetterOrDigit) || (text.Length > 0 && open.Nearest(HtmlRole.Heading) is not null))
        {
            gatherer.Text.Append(text);
        }
        else if (text.AsSpan().IndexOfAny(' ', '\u3000') > 0 && !text.Contains('\\', StringComparison.Ordinal))
        {
            gatherer.Text.Append(string.Create(CultureInfo.InvariantCulture, $"[Image: {text}]"));
        }
    }
}
