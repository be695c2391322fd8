using System.Buffers;
using System.Globalization;
using System.Text;

namespace Longleaf.Reading.Text;

/// <summary>Cuts text into the pieces within which Qwen2.5's tokens are merged: the pattern of its tokenizer.json, by hand.</summary>
/// <remarks>
/// <c>(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+</c>, over code points:
/// .NET's own regular expressions look at UTF-16 units, to which a letter beyond the Basic Multilingual Plane is none.
/// </remarks>
internal static class TokenPieces
{
    private static readonly Kind[] Kinds = BuildKinds();

    private enum Kind : byte
    {
        Other,
        Letter,
        Number,
        Space,
        LineBreak,
        Surrogate,
    }

    /// <summary>The length of the piece that a text starts with, in UTF-16 units.</summary>
    public static int Next(ReadOnlySpan<char> text)
    {
        var kind = KindAt(text, 0, out var units);
        if (text[0] == '\'' && Contraction(text) is var contraction and > 0)
        {
            return contraction;
        }

        var letters = Run(text, kind == Kind.Letter ? 0 : units, Kind.Letter);
        if (kind == Kind.Letter || (kind is Kind.Other or Kind.Space && letters > units))
        {
            return letters;
        }

        if (kind == Kind.Number)
        {
            return units;
        }

        var others = Run(text, text[0] == ' ' ? 1 : 0, Kind.Other);
        return others > (text[0] == ' ' ? 1 : 0) ? Run(text, others, Kind.LineBreak) : Blanks(text);
    }

    private static int Contraction(ReadOnlySpan<char> text)
    {
        var (first, second) = (Lower(text, 1), Lower(text, 2));
        return (first, second) switch
        {
            ('s' or 't' or 'm' or 'd', _) => 2,
            ('r', 'e') or ('v', 'e') or ('l', 'l') => 3,
            _ => 0,
        };
    }

    private static char Lower(ReadOnlySpan<char> text, int at) => at < text.Length ? char.ToLowerInvariant(text[at]) : '\0';

    // Up to the last line break among them; else all at the end of the text; else all but the last, which belongs to what follows.
    private static int Blanks(ReadOnlySpan<char> text)
    {
        var (end, afterBreak) = (0, 0);
        for (; end < text.Length && Kinds[text[end]] is Kind.Space or Kind.LineBreak; end++)
        {
            afterBreak = Kinds[text[end]] == Kind.LineBreak ? end + 1 : afterBreak;
        }

        return afterBreak > 0 ? afterBreak : end == text.Length || end == 1 ? end : end - 1;
    }

    private static int Run(ReadOnlySpan<char> text, int start, Kind kind)
    {
        while (start < text.Length && KindAt(text, start, out var units) == kind)
        {
            start += units;
        }

        return start;
    }

    private static Kind KindAt(ReadOnlySpan<char> text, int at, out int units)
    {
        units = 1;
        var kind = Kinds[text[at]];
        if (kind != Kind.Surrogate)
        {
            return kind;
        }

        if (Rune.DecodeFromUtf16(text[at..], out var rune, out units) != OperationStatus.Done)
        {
            units = 1;
            return Kind.Other;
        }

        return KindOf(Rune.GetUnicodeCategory(rune));
    }

    private static Kind[] BuildKinds()
    {
        var kinds = new Kind[char.MaxValue + 1];
        for (var value = 0; value <= char.MaxValue; value++)
        {
            var unit = (char)value;
            kinds[value] = char.IsSurrogate(unit) ? Kind.Surrogate
                : unit is '\r' or '\n' ? Kind.LineBreak
                : char.IsWhiteSpace(unit) ? Kind.Space
                : KindOf(char.GetUnicodeCategory(unit));
        }

        return kinds;
    }

    private static Kind KindOf(UnicodeCategory category) => category switch
    {
        <= UnicodeCategory.OtherLetter => Kind.Letter,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Kind.Number,
        _ => Kind.Other,
    };
}
