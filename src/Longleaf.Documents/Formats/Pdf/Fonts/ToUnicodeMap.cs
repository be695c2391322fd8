using System.Text;
using Longleaf.Documents.Formats.Pdf.Content;

namespace Longleaf.Documents.Formats.Pdf.Fonts;

/// <summary>A font's map of codes to characters (ISO 32000-1, 9.10.3).</summary>
internal sealed class ToUnicodeMap
{
    private const int MostCodes = 1 << 17;

    private readonly Dictionary<int, string> _texts = [];

    /// <summary>Whether codes of two bytes are characters themselves: "Identity" in place of a map.</summary>
    public bool IsIdentity { get; init; }

    public bool IsEmpty => _texts.Count == 0 && !IsIdentity;

    public static ToUnicodeMap Identity { get; } = new() { IsIdentity = true };

    public static ToUnicodeMap Parse(ReadOnlySpan<byte> bytes)
    {
        var map = new ToUnicodeMap();
        var operands = new Operands();
        var lexer = new ContentLexer(bytes);
        while (lexer.Next(operands, out _))
        {
            map.Take(operands, lexer.LastOperator);
        }

        return map;
    }

    public string? Text(int code) => _texts.TryGetValue(code, out var text) ? text : IsIdentity && code is > 0 and < 0xD800 ? ((char)code).ToString() : null;

    private void Take(Operands operands, ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("endbfchar"u8))
        {
            for (var index = 0; index + 1 < operands.Count; index += 2)
            {
                if (operands.IsText(index) && operands.IsText(index + 1))
                {
                    Add(Code(operands.Bytes(index)), operands.Bytes(index + 1), 0);
                }
            }
        }
        else if (name.SequenceEqual("endbfrange"u8))
        {
            TakeRanges(operands);
        }
    }

    private void TakeRanges(Operands operands)
    {
        for (var index = 0; index + 2 < operands.Count;)
        {
            if (!operands.IsText(index) || !operands.IsText(index + 1))
            {
                index++;
                continue;
            }

            var (first, last) = (Code(operands.Bytes(index)), Code(operands.Bytes(index + 1)));
            index += 2;
            if (operands.IsText(index))
            {
                for (var code = first; code <= last && _texts.Count < MostCodes; code++)
                {
                    Add(code, operands.Bytes(index), code - first);
                }

                index++;
            }
            else if (operands[index].Kind == OperandKind.ArrayStart)
            {
                for (index++; index < operands.Count && operands[index].Kind != OperandKind.ArrayEnd; index++, first++)
                {
                    if (operands.IsText(index))
                    {
                        Add(first, operands.Bytes(index), 0);
                    }
                }

                index++;
            }
        }
    }

    // The last character of a range's first goes up with the code.
    private void Add(int code, ReadOnlySpan<byte> utf16, int step)
    {
        if (_texts.Count >= MostCodes || utf16.IsEmpty)
        {
            return;
        }

        var text = utf16.Length == 1 ? ((char)utf16[0]).ToString() : Encoding.BigEndianUnicode.GetString(utf16[..(utf16.Length & ~1)]);
        if (step != 0)
        {
            var last = char.IsLowSurrogate(text[^1]) && text.Length > 1 ? text.Length - 2 : text.Length - 1;
            if (!Rune.TryGetRuneAt(text, last, out var rune) || !Rune.IsValid(rune.Value + step))
            {
                return;
            }

            text = string.Concat(text.AsSpan(0, last), new Rune(rune.Value + step).ToString());
        }

        // Nothing, or a NUL, is how writers say that they do not know.
        if (text.AsSpan().ContainsAnyExcept('\0'))
        {
            _texts[code] = text;
        }
    }

    private static int Code(ReadOnlySpan<byte> bytes)
    {
        var code = 0;
        foreach (var unit in bytes[..Math.Min(bytes.Length, 4)])
        {
            code = (code << 8) | unit;
        }

        return code;
    }
}
