using System.Text;

namespace Longleaf.Documents.Formats.Html;

/// <summary>The text of the block that is being gathered: blanks collapse as a browser shows them.</summary>
internal sealed class InlineText
{
    private readonly StringBuilder _text = new();
    private bool _blankPending;
    private bool _pendingHasLineEnd;

    /// <summary>The text, for those who change what they wrote.</summary>
    public StringBuilder Written => _text;

    public bool IsEmpty => _text.Length == 0;

    public char Last => _text.Length == 0 ? '\0' : _text[^1];

    public void Append(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var length = text.IndexOfAny(" \n\r\t\f");
            if (length != 0)
            {
                var word = length < 0 ? text : text[..length];
                WriteBlank(word[0]);
                _text.Append(word);
                text = text[word.Length..];
                continue;
            }

            _blankPending = true;
            _pendingHasLineEnd |= text[0] is '\n' or '\r';
            text = text[1..];
        }
    }

    /// <summary>Appends text as it is.</summary>
    public void AppendVerbatim(ReadOnlySpan<char> text) => _text.Append(text);

    public void BreakLine()
    {
        (_blankPending, _pendingHasLineEnd) = (false, false);
        _text.Append('\n');
    }

    public void AppendBlank() => _blankPending = true;

    /// <summary>The place where what follows starts.</summary>
    public int Mark()
    {
        if (_blankPending)
        {
            WriteBlank('\0');
        }

        return _text.Length;
    }

    public string Take()
    {
        var text = _text.ToString();
        _text.Clear();
        (_blankPending, _pendingHasLineEnd) = (false, false);
        return text;
    }

    // A line end in the source between two ideographs is no blank.
    private void WriteBlank(char next)
    {
        if (_blankPending && _text.Length > 0 && _text[^1] is not ('\n' or ' ') && !(_pendingHasLineEnd && IsIdeograph(_text[^1]) && IsIdeograph(next)))
        {
            _text.Append(' ');
        }

        (_blankPending, _pendingHasLineEnd) = (false, false);
    }

    private static bool IsIdeograph(char unit) => unit is (>= '\u3000' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uFF00' and <= '\uFF60');
}
