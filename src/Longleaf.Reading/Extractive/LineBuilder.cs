using System.Buffers;
using System.Globalization;
using System.Text;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive;

/// <summary>Writes a line of an answer out of frame words and quotes, and keeps the quotes' citations.</summary>
internal sealed class LineBuilder(IReadOnlyList<ReadableDocument> documents, AnswerLanguage language)
{
    /// <summary>The longest quote shown, in UTF-16 units; longer ones are cut at a clause.</summary>
    public const int MaxQuote = 420;

    private static readonly SearchValues<char> Marks = SearchValues.Create("*`[]<\n");
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",;，；。、");

    private readonly StringBuilder _text = new();
    private readonly List<Citation> _citations = [];
    private readonly List<string> _sources = [];

    /// <summary>The language's words.</summary>
    public Phrases Phrases { get; } = Phrases.In(language);

    /// <summary>Adds words of our own, already Markdown.</summary>
    public LineBuilder Frame(string markdown)
    {
        _text.Append(markdown);
        return this;
    }

    /// <summary>Adds words of our own with values, already Markdown.</summary>
    public LineBuilder Frame(string format, params object[] values)
    {
        _text.AppendFormat(CultureInfo.InvariantCulture, format, values);
        return this;
    }

    /// <summary>Adds a stretch of a statement, one part of it in bold.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="range">What of its text.</param>
    /// <param name="bold">What of its text is set in bold; empty for nothing.</param>
    public LineBuilder Quote(Statement statement, Range range, Range bold = default)
    {
        var (start, length) = range.GetOffsetAndLength(statement.Text.Length);
        var end = Cut(statement.Text, start, start + length, out var cut);
        (start, end) = Balance(statement.Text, start, end);
        var (boldStart, boldLength) = bold.Equals(default) ? (0, 0) : bold.GetOffsetAndLength(statement.Text.Length);
        var boldEnd = boldStart + boldLength;
        if (boldLength > 0 && boldStart >= start && boldEnd <= end && Flanks(statement.Text, start, boldStart, boldEnd, end))
        {
            AppendInert(statement.Text[start..boldStart], trailing: true);
            _text.Append("**").Append(QuotedText.Inert(statement.Text[boldStart..boldEnd])).Append("**");
            AppendInert(statement.Text[boldEnd..end], trailing: false);
        }
        else
        {
            _text.Append(QuotedText.Inert(statement.Text[start..end]));
        }

        _text.Append(cut ? "…" : "");
        Cite(statement, start, end);
        return this;
    }

    /// <summary>Notes that a line rests on a stretch of a statement that is not shown.</summary>
    public LineBuilder Cite(Statement statement, int start, int end)
    {
        var byteStart = statement.ByteStart + Encoding.UTF8.GetByteCount(statement.Text.AsSpan(0, start));
        if (QuoteFinder.Find(documents[statement.Document], statement.Text[start..end], byteStart) is not { } citation)
        {
            return this;
        }

        if (!_citations.Contains(citation))
        {
            _citations.Add(citation);
        }

        var label = SourceLabel.Of(documents[statement.Document], citation.Location, language);
        if (!_sources.Contains(label))
        {
            _sources.Add(label);
        }

        return this;
    }

    /// <summary>Ends a sentence that its quote left open.</summary>
    public LineBuilder Stop()
    {
        var last = _text.Length - 1;
        while (last >= 0 && _text[last] is '*' or '"' or '”' or '\'' or '’' or '`' or ')' or '）' or '\\')
        {
            last--;
        }

        if (last >= 0 && _text[last] is not ('.' or '!' or '?' or '。' or '؟' or '।' or '！' or '？' or '…' or ':' or '：'))
        {
            while (_text.Length > 0 && _text[^1] is ',' or ';' or '，' or '；' or '、' or ' ')
            {
                _text.Length--;
            }

            _text.Append(Phrases.Stop);
        }

        return this;
    }

    /// <summary>Says where the quotes since the last call stand, in brackets.</summary>
    public LineBuilder Sources()
    {
        if (_sources.Count > 0)
        {
            _text.AppendFormat(CultureInfo.InvariantCulture, Phrases.Source, string.Join(Phrases.Join, _sources));
            _sources.Clear();
        }

        return this;
    }

    /// <summary>The line.</summary>
    public AnswerLine ToLine() => new(_text.ToString(), [.. _citations]);

    private void AppendInert(string text, bool trailing)
    {
        var inert = QuotedText.Inert(text);
        var leadingBlank = !trailing && text.Length > 0 && char.IsWhiteSpace(text[0]);
        var trailingBlank = trailing && text.Length > 0 && char.IsWhiteSpace(text[^1]);
        _text.Append(leadingBlank && inert.Length > 0 ? " " : "").Append(inert).Append(trailingBlank && inert.Length > 0 ? " " : "");
    }

    // Markdown opens and closes emphasis only beside blanks or punctuation (CommonMark 6.2); ideographs stand close, so it is looked at.
    private static bool Flanks(string text, int start, int boldStart, int boldEnd, int end)
    {
        var inner = text.AsSpan(boldStart, boldEnd - boldStart);
        if (inner.ContainsAny(Marks))
        {
            return false;
        }

        var before = boldStart > start ? text[boldStart - 1] : ' ';
        var after = boldEnd < end ? text[boldEnd] : ' ';
        return (!IsMark(inner[0]) || IsMark(before) || char.IsWhiteSpace(before)) && (!IsMark(inner[^1]) || IsMark(after) || char.IsWhiteSpace(after)) && before != '*' && after != '*';
    }

    // Speech is often cut in its middle: a quotation mark whose partner is left out is left out too.
    private static (int Start, int End) Balance(string text, int start, int end)
    {
        var inner = text.AsSpan(start, end - start);
        var (open, close) = (inner.Count('“'), inner.Count('”'));
        var odd = inner.Count('"') % 2 == 1;
        if (inner.Length > 2 && ((odd && inner[0] == '"') || (open > close && inner[0] == '“')))
        {
            return (start + 1, end);
        }

        return inner.Length > 2 && ((odd && inner[^1] == '"') || (close > open && inner[^1] == '”')) ? (start, end - 1) : (start, end);
    }

    private static bool IsMark(char character) => char.IsPunctuation(character) || char.IsSymbol(character);

    private static int Cut(string text, int start, int end, out bool cut)
    {
        cut = end - start > MaxQuote;
        if (!cut)
        {
            return end;
        }

        var window = text.AsSpan(start, MaxQuote);
        var clause = window.LastIndexOfAny(ClauseEnds);
        var blank = window.LastIndexOf(' ');
        var at = clause > MaxQuote / 2 ? clause : blank > MaxQuote / 2 ? blank : MaxQuote;
        return start + (char.IsHighSurrogate(text[start + at - 1]) ? at - 1 : at);
    }
}
