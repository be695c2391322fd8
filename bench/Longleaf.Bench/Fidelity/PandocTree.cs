using System.Globalization;
using System.Text;

namespace Longleaf.Bench.Fidelity;

/// <summary>
/// The text of a document that pandoc wrote as its own tree (<c>native</c>): words, code and formulas in order, list items with their
/// numbers, notes where they are referred to. Attributes, targets and raw code of other formats are no text.
/// </summary>
internal sealed class PandocTree
{
    private readonly string _source;
    private readonly StringBuilder _text = new();
    private int _position;

    private PandocTree(string source) => _source = source;

    /// <summary>The text of a tree.</summary>
    public static string TextOf(string source)
    {
        var tree = new PandocTree(source);
        while (tree.Next() is { } term)
        {
            tree.Write(term);
        }

        return tree._text.ToString();
    }

    // A term is a constructor with what it is applied to, a list or tuple, a string, or a number.
    private sealed record Term(string Name, IReadOnlyList<Term> Parts)
    {
        public bool IsText => Name == "\"";

        public bool IsGroup => Name is "[" or "(";
    }

    private void Write(Term term)
    {
        switch (term.Name)
        {
            case "Str":
                _text.Append(term.Parts[0].Parts[0].Name);
                break;
            case "Space" or "SoftBreak" or "LineBreak":
                _text.Append(' ');
                break;
            case "Code" or "CodeBlock" or "Math":
                _text.Append(' ').Append(term.Parts[1].Parts[0].Name).Append(' ');
                break;
            case "RawInline" or "RawBlock" or "Meta":
                break;
            case "OrderedList":
                WriteList(term.Parts[0], term.Parts[1]);
                break;
            default:
                WriteParts(term);
                break;
        }
    }

    private void WriteParts(Term term)
    {
        // Groups in front of the content are attributes; the last one of links and pictures is the target.
        var isInline = term.Name is "Emph" or "Underline" or "Strong" or "Strikeout" or "Superscript" or "Subscript" or "SmallCaps" or "Quoted" or "Span" or "Link";
        if (!isInline)
        {
            _text.Append('\n');
        }

        foreach (var part in term.Parts)
        {
            if (!part.IsText)
            {
                Write(part);
            }
        }

        if (!isInline)
        {
            _text.Append('\n');
        }
    }

    private void WriteList(Term attributes, Term items)
    {
        var start = int.Parse(attributes.Parts[0].Name, CultureInfo.InvariantCulture);
        var style = attributes.Parts[1].Name;
        for (var index = 0; index < items.Parts.Count; index++)
        {
            _text.Append('\n').Append(Number(start + index, style)).Append(". ");
            Write(items.Parts[index]);
        }
    }

    private static string Number(int number, string style) => style switch
    {
        "LowerAlpha" => ((char)('a' + ((number - 1) % 26))).ToString(),
        "UpperAlpha" => ((char)('A' + ((number - 1) % 26))).ToString(),
        "LowerRoman" => Roman(number),
        "UpperRoman" => Roman(number).ToUpperInvariant(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Roman(int number)
    {
        var roman = new StringBuilder();
        foreach (var (value, letters) in ((int, string)[])[(10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")])
        {
            for (; number >= value; number -= value)
            {
                roman.Append(letters);
            }
        }

        return roman.ToString();
    }

    private Term? Next()
    {
        SkipBlanks();
        if (_position >= _source.Length || _source[_position] is ']' or ')' or '}' or ',')
        {
            return null;
        }

        return _source[_position] switch
        {
            '"' => new Term("\"", [new Term(ReadString(), [])]),
            '[' or '(' or '{' => ReadGroup(),
            _ => ReadApplication(),
        };
    }

    private Term ReadApplication()
    {
        var name = ReadWord();
        var parts = new List<Term>();
        // Fields of records stand as "name = value".
        if (char.IsUpper(name[0]))
        {
            SkipBlanks();
            while (_position < _source.Length && _source[_position] is not (']' or ')' or '}' or ','))
            {
                parts.Add(_source[_position] is '"' or '[' or '(' or '{' ? Next()! : new Term(ReadWord(), []));
                SkipBlanks();
            }
        }

        return new Term(name, parts);
    }

    private Term ReadGroup()
    {
        var kind = _source[_position++].ToString();
        var parts = new List<Term>();
        while (_position < _source.Length)
        {
            SkipBlanks();
            if (_position < _source.Length && _source[_position] is ']' or ')' or '}')
            {
                _position++;
                break;
            }

            if (_position < _source.Length && _source[_position] == ',')
            {
                _position++;
            }
            else if (Next() is { } part)
            {
                parts.Add(part);
            }
        }

        // A constructor in brackets is the constructor.
        return kind == "(" && parts is [{ IsGroup: false, IsText: false }] ? parts[0] : new Term(kind, parts);
    }

    private string ReadWord()
    {
        var start = _position;
        while (_position < _source.Length && !char.IsWhiteSpace(_source[_position]) && _source[_position] is not ('[' or ']' or '(' or ')' or '{' or '}' or ',' or '"'))
        {
            _position++;
        }

        return _source[start..Math.Max(_position, start + 1)];
    }

    // Haskell's escapes: decimal numbers, a few letters, and \& for nothing.
    private string ReadString()
    {
        var value = new StringBuilder();
        for (_position++; _position < _source.Length && _source[_position] != '"'; _position++)
        {
            if (_source[_position] != '\\' || ++_position >= _source.Length)
            {
                value.Append(_source[_position]);
                continue;
            }

            if (char.IsAsciiDigit(_source[_position]))
            {
                var start = _position;
                while (_position + 1 < _source.Length && char.IsAsciiDigit(_source[_position + 1]))
                {
                    _position++;
                }

                value.Append(char.ConvertFromUtf32(int.Parse(_source.AsSpan(start, _position + 1 - start), CultureInfo.InvariantCulture)));
            }
            else
            {
                value.Append(_source[_position] switch { 'n' => "\n", 't' => "\t", '&' => "", var other => other.ToString() });
            }
        }

        _position++;
        return value.ToString();
    }

    private void SkipBlanks()
    {
        while (_position < _source.Length && char.IsWhiteSpace(_source[_position]))
        {
            _position++;
        }
    }
}
