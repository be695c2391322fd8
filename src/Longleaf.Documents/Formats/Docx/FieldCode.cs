using System.Globalization;
using System.Text;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>What Word draws from a field's code, where no result is kept beside it: SYMBOL and EQ.</summary>
internal static class FieldCode
{
    private const int MaxDepth = 16;

    public static string Shown(string code)
    {
        var words = code.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
        {
            return "";
        }

        if (words[0].Equals("SYMBOL", StringComparison.OrdinalIgnoreCase))
        {
            return Symbol(words);
        }

        var position = 0;
        return words[0].Equals("EQ", StringComparison.OrdinalIgnoreCase) ? Formula(code.Trim()[2..], ref position, 0).Trim() : "";
    }

    private static string Symbol(string[] words)
    {
        var isHex = words[1].StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        var font = Array.IndexOf(words, @"\f") is var at and > 0 && at + 1 < words.Length ? words[at + 1].Trim('"') : "";
        return int.TryParse(isHex ? words[1].AsSpan(2) : words[1], isHex ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture, out var symbol)
            ? SymbolFonts.Resolve(font, symbol)
            : "";
    }

    // \f(a,b) is a fraction; of texts set over each other (\o: readings, circles) the last is the one that is read; others stand side by side.
    private static string Formula(string code, ref int position, int depth)
    {
        var text = new StringBuilder();
        while (position < code.Length && code[position] is not (',' or ';' or ')'))
        {
            if (code[position] == '\\' && position + 1 < code.Length && char.IsAsciiLetter(code[position + 1]))
            {
                text.Append(Element(code, ref position, depth));
            }
            else if (code[position] == '\\' && position + 1 < code.Length)
            {
                // "\* jc2" are settings of the program, anything else is a sign that would mean something.
                position++;
                if (code[position] == '*')
                {
                    SkipSetting(code, ref position);
                }
                else
                {
                    text.Append(code[position++]);
                }
            }
            else if (code[position] == '(' && depth < MaxDepth)
            {
                text.Append('(').Append(string.Join(", ", Arguments(code, ref position, depth))).Append(')');
            }
            else
            {
                text.Append(code[position++]);
            }
        }

        return text.ToString();
    }

    private static string Element(string code, ref int position, int depth)
    {
        var name = char.ToLowerInvariant(code[position + 1]);
        // Its options: \al, \up 9.
        while (position < code.Length && code[position] != '(')
        {
            if (code[position] is ',' or ';' or ')')
            {
                return "";
            }

            position++;
        }

        if (position == code.Length || depth >= MaxDepth)
        {
            position = code.Length;
            return "";
        }

        var parts = Arguments(code, ref position, depth);
        return name switch
        {
            'f' => string.Join('/', parts),
            'o' => parts[^1],
            'r' => parts.Count > 1 ? $"{parts[1]}^(1/{parts[0]})" : $"√({parts[0]})",
            'b' => $"({string.Join(' ', parts)})",
            _ => string.Join(' ', parts.Where(part => part.Length > 0)),
        };
    }

    private static List<string> Arguments(string code, ref int position, int depth)
    {
        var parts = new List<string>();
        do
        {
            position++;
            parts.Add(Formula(code, ref position, depth + 1).Trim());
        }
        while (position < code.Length && code[position] is ',' or ';');
        position = Math.Min(position + 1, code.Length);
        return parts;
    }

    private static void SkipSetting(string code, ref int position)
    {
        position++;
        while (position < code.Length && code[position] == ' ')
        {
            position++;
        }

        var isQuoted = position < code.Length && code[position] == '"';
        position += isQuoted ? 1 : 0;
        while (position < code.Length && (isQuoted ? code[position] != '"' : code[position] is not (' ' or '\\')))
        {
            position++;
        }

        position = Math.Min(position + (isQuoted ? 1 : 0), code.Length);
    }
}
