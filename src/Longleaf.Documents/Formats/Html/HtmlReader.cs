using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Longleaf.Documents.Formats.Html;

/// <summary>
/// Reads HTML and XHTML of books into blocks. AngleSharp finds the tags and the entities; no tree is built, so that memory and depth are bounded
/// whatever the markup. Nothing is fetched.
/// </summary>
internal sealed class HtmlReader
{
    private readonly OpenElements _open;
    private readonly BlockGatherer _gatherer;
    private readonly HtmlWalk _walk;
    private readonly IReadOnlySet<string> _wantedAnchors;
    private string? _skipped;
    private int _skippedDepth;
    private bool _isBeforeContent;

    /// <param name="limits">What the document may cost.</param>
    /// <param name="notes">The book's notes.</param>
    /// <param name="document">The name of the file within the book.</param>
    /// <param name="wantedAnchors">Ids to be marked on their blocks.</param>
    /// <param name="write">Takes the blocks.</param>
    public HtmlReader(ParseLimits limits, NoteLabels notes, string document, IReadOnlySet<string> wantedAnchors, Action<HtmlBlock> write)
    {
        _open = new OpenElements(limits.MaxDepth);
        _gatherer = new BlockGatherer(_open, notes, document, write);
        _walk = new HtmlWalk(limits, _open, _gatherer);
        _wantedAnchors = wantedAnchors;
    }

    public void Read(string markup)
    {
        using var tokenizer = MarkupTokens.Of(markup);
        tokenizer.ShouldEmitAttribute = static (ref StructHtmlToken _, ReadOnlyMemory<char> name) => HtmlAttributes.IsWanted(name.Span);
        while (true)
        {
            ref var token = ref tokenizer.GetStructToken();
            switch (token.Type)
            {
                case HtmlTokenType.Doctype:
                    _isBeforeContent = true;
                    break;
                case HtmlTokenType.Character when _skipped is null && !_isBeforeContent:
                    _walk.Text(token.Data.Memory.Span);
                    break;
                case HtmlTokenType.StartTag:
                    var name = token.Name.ToString();
                    Start(name, ref token);
                    if (!token.IsSelfClosing && HtmlNames.IsRaw(name))
                    {
                        tokenizer.State = name == "script" ? HtmlParseMode.Script : HtmlParseMode.Rawtext;
                    }

                    break;
                case HtmlTokenType.EndTag:
                    End(token.Name.ToString());
                    break;
                case HtmlTokenType.EndOfFile:
                    _walk.EndAll();
                    return;
                default:
                    break;
            }
        }
    }

    private void Start(string name, ref StructHtmlToken token)
    {
        // A document type's own declarations are no text.
        _isBeforeContent = false;
        var isEmpty = token.IsSelfClosing || HtmlNames.IsVoid(name);
        if (_skipped is not null)
        {
            if (!EndsSkipping(name))
            {
                _skippedDepth += !isEmpty && name == _skipped ? 1 : 0;
                return;
            }

            _skipped = null;
        }

        var attributes = new HtmlAttributes(ref token);
        if (!isEmpty && (HtmlNames.IsSkipped(name) || IsUnseen(name, attributes)))
        {
            (_skipped, _skippedDepth) = (name, 1);
            if (HtmlNames.IsBlock(name))
            {
                _gatherer.Flush();
            }

            return;
        }

        MarkAnchor(attributes);
        if (name == "math" && !isEmpty && attributes["alttext"] is { Length: > 0 } formula)
        {
            _gatherer.Text.Append(formula);
            (_skipped, _skippedDepth) = (name, 1);
            return;
        }

        _walk.Start(name, attributes, isEmpty);
    }

    private void End(string name)
    {
        if (_skipped is null)
        {
            _walk.End(name);
        }
        else if (name == _skipped)
        {
            _skipped = --_skippedDepth == 0 ? null : _skipped;
        }
        else if (_skipped == "rp")
        {
            _skipped = null;
            _walk.End(name);
        }
    }

    // Hidden lists are lists of pages; other hidden text is what a program of the book brings out, or what pops up as a note.
    // Page numbers and ways back are furniture.
    private static bool IsUnseen(string name, HtmlAttributes attributes) => attributes.Any
        && ((name is "nav" or "ol" or "ul" && attributes["hidden"] is not null)
            || (attributes.Is("pagebreak") && name is "span" or "a")
            || attributes.Is("backlink"));

    // Elements whose end tag may be left out.
    private bool EndsSkipping(string name) => (_skipped == "p" && HtmlNames.IsBlock(name)) || (_skipped == "rp" && name is "rt" or "rb" or "rtc");

    private void MarkAnchor(HtmlAttributes attributes)
    {
        if (attributes.Any && (attributes["id"] ?? attributes["name"]) is { } id)
        {
            _gatherer.MarkPlace(id, _wantedAnchors.Contains(id));
        }
    }
}
