using System.Globalization;
using System.Text;

namespace Longleaf.Reading.Structured;

/// <summary>Writes a regular expression of ECMA-262 as one of .NET, where the two dialects mean different things, and bounds what it may grow to.</summary>
internal sealed class EcmaPattern(string source)
{
    // {1000} inside {1000} is a million states: the size with repetitions written out is bounded.
    private const long MaxSize = 20_000;
    private const string Digit = "0-9";
    private const string Word = "A-Za-z0-9_";
    private const string LineEnds = @"\n\r\u2028\u2029";

    private const string Han = @"\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff";

    private static readonly Dictionary<string, string> Categories = new(StringComparer.Ordinal)
    {
        ["Letter"] = "L",
        ["Uppercase_Letter"] = "Lu",
        ["Lowercase_Letter"] = "Ll",
        ["Mark"] = "M",
        ["Number"] = "N",
        ["Decimal_Number"] = "Nd",
        ["Punctuation"] = "P",
        ["Symbol"] = "S",
        ["Separator"] = "Z",
    };

    private readonly StringBuilder _out = new(source.Length + 16);
    private readonly Stack<long> _groups = new();
    private long _size;
    private long _last;
    private int _at;

    /// <summary>Why it could not be translated.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>Translates.</summary>
    public bool TryTranslate(out string translated)
    {
        while (_at < source.Length && Problem.Length == 0)
        {
            Step();
        }

        translated = _out.ToString();
        if (Problem.Length == 0 && _size > MaxSize)
        {
            Problem = $"the pattern grows too large: with its repetitions written out it may have at most {MaxSize} parts.";
        }

        return Problem.Length == 0;
    }

    private void Step()
    {
        var character = source[_at];
        switch (character)
        {
            case '\\':
                Escape(inClass: false);
                Grow(1);
                break;
            case '[':
                Class();
                Grow(1);
                break;
            case '(':
                Open();
                break;
            case ')':
                Close();
                break;
            case '{' when Repetition() is (var most, var length):
                _size = Math.Min(MaxSize + 1, _size + (_last * Math.Max(0, most - 1)));
                _last = Math.Min(MaxSize + 1, _last * Math.Max(1, most));
                Copy(length);
                break;
            case '{' or '}' or ']':
                // Lone ones are themselves.
                _out.Append('\\');
                Copy(1);
                Grow(1);
                break;
            case '.':
                _out.Append("[^" + LineEnds + "]");
                _at++;
                Grow(1);
                break;
            case '$':
                // .NET's $ also stands before a last line feed.
                _out.Append(@"\z");
                _at++;
                break;
            case '#' or ' ':
                Copy(1);
                Grow(1);
                break;
            default:
                Copy(1);
                if (character is not ('^' or '|' or '*' or '+' or '?'))
                {
                    Grow(1);
                }

                break;
        }
    }

    private void Open()
    {
        _groups.Push(_size);
        _size = 0;
        _last = 0;
        var rest = source.AsSpan(_at);
        if (rest.StartsWith("(?") && !(rest.StartsWith("(?:") || rest.StartsWith("(?=") || rest.StartsWith("(?!") || rest.StartsWith("(?<")))
        {
            Problem = "the pattern has a kind of group that ECMA-262 does not know.";
            return;
        }

        Copy(1);
        if (_at < source.Length && source[_at] == '?')
        {
            Copy(Math.Min(2, source.Length - _at));
        }
    }

    private void Close()
    {
        if (_groups.Count == 0)
        {
            Problem = "the pattern closes a group that is not open.";
            return;
        }

        _last = Math.Max(1, _size);
        _size = Math.Min(MaxSize + 1, _groups.Pop() + _last);
        Copy(1);
    }

    private void Class()
    {
        // [^] matches everything and [] nothing.
        foreach (var (empty, meaning) in ((string, string)[])[("[^]", @"[\s\S]"), ("[]", @"[^\s\S]")])
        {
            if (source.AsSpan(_at).StartsWith(empty))
            {
                _out.Append(meaning);
                _at += empty.Length;
                return;
            }
        }

        Copy(source.AsSpan(_at).StartsWith("[^") ? 2 : 1);
        while (_at < source.Length && source[_at] != ']' && Problem.Length == 0)
        {
            if (source[_at] == '\\')
            {
                Escape(inClass: true);
            }
            else
            {
                // A bracket within a class opens nothing; after a hyphen .NET would subtract by it.
                _out.Append(source[_at] == '[' ? @"\" : "");
                Copy(1);
            }
        }

        if (Problem.Length > 0)
        {
            return;
        }

        if (_at == source.Length)
        {
            Problem = "the pattern has a class that is not closed.";
            return;
        }

        Copy(1);
    }

    private void Escape(bool inClass)
    {
        if (_at + 1 >= source.Length)
        {
            Problem = "the pattern ends in a backslash.";
            return;
        }

        var escaped = source[_at + 1];
        var replacement = escaped switch
        {
            'd' => inClass ? Digit : $"[{Digit}]",
            'D' when !inClass => $"[^{Digit}]",
            'w' => inClass ? Word : $"[{Word}]",
            'W' when !inClass => $"[^{Word}]",
            'D' => @"\0-/:-\uffff",
            'W' => @"\0-/:-@\[-\^`{-\uffff",
            'S' when !inClass => @"[^\s\ufeff]",
            's' => inClass ? @"\s\ufeff" : @"[\s\ufeff]",
            '/' or '-' or '"' or '\'' => escaped == '-' ? @"\-" : escaped.ToString(),
            'Z' or 'z' or 'A' or 'G' or 'a' or 'e' => null,
            _ => "",
        };
        if (replacement is null)
        {
            Problem = $"the pattern holds '\\{escaped}', which ECMA-262 does not know.";
        }
        else if (replacement.Length > 0)
        {
            _out.Append(replacement);
            _at += 2;
        }
        else if (escaped == 'u' && _at + 2 < source.Length && source[_at + 2] == '{')
        {
            CodePoint(inClass);
        }
        else if (escaped is 'p' or 'P')
        {
            Property(inClass);
        }
        else
        {
            Copy(2);
        }
    }

    private void CodePoint(bool inClass)
    {
        var end = source.IndexOf('}', _at);
        if (end < 0 || !int.TryParse(source.AsSpan(_at + 3, end - _at - 3), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || code is < 0 or > 0x10ffff || (inClass && code > 0xffff))
        {
            Problem = "the pattern holds a '\\u{…}' that is no code point, or one beyond U+FFFF within a class.";
            return;
        }

        _ = code > 0xffff
            ? _out.Append("(?:").Append(char.ConvertFromUtf32(code)).Append(')')
            : _out.Append(@"\u").Append(code.ToString("x4", CultureInfo.InvariantCulture));
        _at = end + 1;
    }

    private void Property(bool inClass)
    {
        var end = source.IndexOf('}', _at);
        var name = end > _at + 3 && source[_at + 2] == '{' ? source[(_at + 3)..end] : "";
        name = name[(name.IndexOf('=', StringComparison.Ordinal) + 1)..];
        var negated = source[_at + 1] == 'P';
        if (name is "Han" or "Hani" && !(negated && inClass))
        {
            _out.Append(inClass ? Han : negated ? $"[^{Han}]" : $"[{Han}]");
        }
        else if (Categories.GetValueOrDefault(name, name) is { Length: 1 or 2 } category)
        {
            _out.Append(negated ? @"\P{" : @"\p{").Append(category).Append('}');
        }
        else
        {
            Problem = "the pattern names a Unicode property that is not known here; general categories (L, Lu, Nd, …) and Script=Han are.";
        }

        _at = end < 0 ? source.Length : end + 1;
    }

    // The most repetitions of {n}, {n,} or {n,m} at this place, and its length; none if it is no repetition.
    private (long Most, int Length)? Repetition()
    {
        var end = source.IndexOf('}', _at);
        if (end < 0)
        {
            return null;
        }

        var counts = source[(_at + 1)..end].Split(',');
        if (counts.Length > 2 || counts[0].Length == 0 || counts.Any(count => count.Any(digit => !char.IsAsciiDigit(digit))))
        {
            return null;
        }

        var most = counts.Max(count => count.Length == 0 ? 1 : count.Length > 6 ? MaxSize : long.Parse(count, CultureInfo.InvariantCulture));
        return (most, end + 1 - _at);
    }

    private void Grow(long parts)
    {
        _last = parts;
        _size = Math.Min(MaxSize + 1, _size + parts);
    }

    private void Copy(int length)
    {
        _out.Append(source, _at, length);
        _at += length;
    }
}
