using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Markdown;

/// <summary>
/// A Markdown text in pieces that can be parsed one by one: cut before a line at the margin that follows an empty one, outside of fenced code, so that
/// no list, quote or table is cut unless it is megabytes long. Line ends are <c>\n</c>.
/// </summary>
/// <param name="input">The text. Not disposed here.</param>
internal sealed class MarkdownChunks(TextReader input)
{
    // A syntax tree takes some twenty times its source.
    private const int ChunkUnits = 256 * 1024;
    private const int MaxChunkUnits = 1024 * 1024;

    // Markdig refuses what is nested deeper than 128, but only after it has built it, which takes the square of the depth.
    private const int MaxNesting = 100;

    // As many digits as the number of an item may have (CommonMark 5.2).
    private const int MaxNumber = 9;

    // Markdig takes definitions of links from the front of their paragraph one by one, and moves the rest of it each time.
    private const int MaxDefinitions = 200;

    private readonly TextBuffer _text = new();
    private readonly char[] _buffer = new char[64 * 1024];
    private int _line; // where the first line starts that has not been looked at
    private bool _afterBlank;
    private int _definitions; // lines of the paragraph that may be one
    private (char Mark, int Length) _fence;
    private bool _isTooDeep;

    /// <summary>Whether the piece last read is nested deeper than is parsed.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>The next piece; <see langword="null"/> at the end.</summary>
    public string? Read()
    {
        while (true)
        {
            while (_text.Span[_line..].IndexOf('\n') is var length and >= 0)
            {
                var line = _text.Span.Slice(_line, length);
                if ((_line >= ChunkUnits && _afterBlank && _fence.Length == 0 && StartsAtMargin(line)) || (_definitions >= MaxDefinitions && MayDefine(line)))
                {
                    return Take(_line);
                }

                Look(line);
                _line += length + 1;
            }

            if (_text.Length >= MaxChunkUnits)
            {
                return Take(_line > 0 ? _line : _text.Length - (char.IsHighSurrogate(_text.Span[^1]) ? 1 : 0));
            }

            if (!Fill())
            {
                return _text.Length > 0 ? Take(_text.Length) : null;
            }
        }
    }

    // What goes on with a list or a quote may stand at the margin as well; a paragraph or a heading does not.
    private static bool StartsAtMargin(ReadOnlySpan<char> line) => line.Length > 0 && (char.IsLetter(line[0]) || line[0] is '#' or '|' or '`');

    private static bool MayDefine(ReadOnlySpan<char> line) => line.TrimStart(" \t>").StartsWith("[");

    private void Look(ReadOnlySpan<char> line)
    {
        var text = line.Trim(" \t");
        _isTooDeep |= _fence.Length == 0 && Nesting(line) > MaxNesting;
        _afterBlank = text.IsEmpty;
        _definitions = _afterBlank ? 0 : _definitions + (MayDefine(line) ? 1 : 0);
        if (text.Length < 3 || text[0] is not ('`' or '~'))
        {
            return;
        }

        var length = text.IndexOfAnyExcept(text[0]) is var end and >= 0 ? end : text.Length;
        if (_fence.Length == 0 && length >= 3)
        {
            _fence = (text[0], length);
        }
        else if (_fence.Mark == text[0] && length >= _fence.Length && length == text.Length)
        {
            _fence = default;
        }
    }

    // How many quotes and lists a line stands in, told by its marks and by how far they are indented.
    private static int Nesting(ReadOnlySpan<char> line)
    {
        var (depth, blanks, at) = (0, 0, 0);
        for (; at < line.Length; at++)
        {
            var mark = MarkLength(line[at..]);
            if (mark == 0 && line[at] is not (' ' or '\t'))
            {
                break;
            }

            depth += mark > 0 ? 1 : 0;
            blanks += mark > 0 ? 0 : line[at] == '\t' ? 4 : 1;
            at += Math.Max(0, mark - 1);
        }

        return depth == 0 || IsThematicBreak(line) ? 0 : depth + ((blanks - depth) / 2);
    }

    // ">", "-", "12.": what starts a quote or an item of a list.
    private static int MarkLength(ReadOnlySpan<char> text)
    {
        if (text[0] == '>')
        {
            return 1;
        }

        var length = 0;
        while (length < MaxNumber && length < text.Length && char.IsAsciiDigit(text[length]))
        {
            length++;
        }

        length = length == 0
            ? text[0] is '-' or '+' or '*' ? 1 : 0
            : length < text.Length && text[length] is '.' or ')' ? length + 1 : 0;
        return length > 0 && (length == text.Length || text[length] is ' ' or '\t') ? length : 0;
    }

    private static bool IsThematicBreak(ReadOnlySpan<char> line)
    {
        var marks = line.Trim(" \t");
        return marks[0] is '-' or '*' && !marks.ContainsAnyExcept(marks[0], ' ', '\t');
    }

    private string Take(int length)
    {
        // The last line has no end of its own, and was not looked at.
        _isTooDeep |= _fence.Length == 0 && Nesting(_text.Span[Math.Min(_line, length)..length]) > MaxNesting;
        (IsTooDeep, _isTooDeep) = (_isTooDeep, false);
        var chunk = _text.Span[..length].ToString();
        var rest = _text.Span[length..].ToString();
        _text.Clear();
        _text.Append(rest);
        (_line, _afterBlank, _definitions) = (0, false, 0);
        return chunk;
    }

    private bool Fill()
    {
        var count = input.ReadBlock(_buffer);
        if (count == 0)
        {
            return false;
        }

        // A line end that the buffer cuts comes whole with the next.
        count -= count > 1 && _buffer[count - 1] == '\r' && input.Peek() == '\n' ? 1 : 0;
        _text.Append(new string(_buffer, 0, count).ReplaceLineEndings("\n").Replace('\0', ' '));
        return true;
    }
}
