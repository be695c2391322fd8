using System.Globalization;
using System.Text;
using System.Xml;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>
/// Goes through the plainest XML, UTF-8 with nothing but elements, attributes and text, from tag to tag. A third of the time of
/// <see cref="XmlReader"/>, which makes strings of every attribute.
/// </summary>
internal sealed class PlainXml(Stream part, long maxText)
{
    private const int BufferBytes = 128 * 1024;

    private byte[] _buffer = new byte[BufferBytes];
    private char[] _text = new char[1024];
    private int _start;
    private int _end;
    private int _tagStart;
    private int _tagLength;

    /// <summary>The tag's name; an end tag's with its stroke: <c>/row</c>.</summary>
    public ReadOnlySpan<byte> Name
    {
        get
        {
            var tag = Tag;
            var end = tag[1..].IndexOfAny(" /\r\n\t"u8);
            return end < 0 ? tag : tag[..(end + 1)];
        }
    }

    /// <summary>Whether the element has no content.</summary>
    public bool IsEmpty => _tagLength > 0 && Tag[^1] == '/';

    private ReadOnlySpan<byte> Tag => _buffer.AsSpan(_tagStart, _tagLength);

    /// <summary>Moves behind the next tag; false at the end.</summary>
    public bool NextTag()
    {
        while (true)
        {
            var open = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'<');
            if (open >= 0)
            {
                _start += open;
                var length = TagLength();
                (_tagStart, _tagLength) = (_start + 1, length - 2);
                _start += length;
                return _tagLength > 0 ? true : throw new XmlException("An empty tag.");
            }

            _start = _end;
            if (!Fill())
            {
                return false;
            }
        }
    }

    /// <summary>The value of an attribute of the tag; empty if it has none. Valid until the next call.</summary>
    public ReadOnlySpan<char> Attribute(ReadOnlySpan<byte> name)
    {
        var rest = Tag[Name.Length..];
        while (rest.IndexOf((byte)'=') is var equals and >= 0)
        {
            var value = rest[(equals + 1)..].TrimStart(" \r\n\t"u8);
            if (value.IsEmpty || value[0] is not ((byte)'"' or (byte)'\'') || value[1..].IndexOf(value[0]) is not (var length and >= 0))
            {
                throw new XmlException("An attribute without a value.");
            }

            if (rest[..equals].Trim(" \r\n\t"u8).SequenceEqual(name))
            {
                return Decode(value.Slice(1, length));
            }

            rest = value[(length + 2)..];
        }

        return [];
    }

    /// <summary>The text up to the next tag. Valid until the next call.</summary>
    public ReadOnlySpan<char> Text()
    {
        var from = 0;
        while (true)
        {
            var open = _buffer.AsSpan(_start + from, _end - _start - from).IndexOf((byte)'<');
            if (open >= 0)
            {
                var text = _buffer.AsSpan(_start, from + open);
                _start += from + open;
                return Decode(text);
            }

            from = _end - _start;
            if (from > maxText || !Fill())
            {
                throw from > maxText ? new UnreadableException(
                    DocumentFailureCode.TooLarge, $"A cell of this workbook is longer than is read ({maxText / 1_000_000:N0} million characters).") : new XmlException("The text does not end.");
            }
        }
    }

    // An angle bracket may stand in an attribute's value.
    private int TagLength()
    {
        var (at, quote) = (1, (byte)0);
        while (true)
        {
            var rest = _buffer.AsSpan(_start + at, _end - _start - at);
            var next = quote == 0 ? rest.IndexOfAny((byte)'>', (byte)'"', (byte)'\'') : rest.IndexOf(quote);
            if (next < 0)
            {
                at = _end - _start;
                if (at > maxText || !Fill())
                {
                    throw new XmlException("A tag does not end.");
                }

                continue;
            }

            at += next + 1;
            if (quote == 0 && rest[next] == '>')
            {
                return at;
            }

            quote = quote == 0 ? rest[next] : (byte)0;
        }
    }

    // Keeps what is not consumed, in a larger buffer if it fills this one.
    private bool Fill()
    {
        var kept = _end - _start;
        var target = kept == _buffer.Length ? new byte[_buffer.Length * 2] : _buffer;
        _buffer.AsSpan(_start, kept).CopyTo(target);
        (_buffer, _start, _end) = (target, 0, kept);
        var count = part.Read(_buffer.AsSpan(kept));
        _end += count;
        return count > 0;
    }

    private ReadOnlySpan<char> Decode(ReadOnlySpan<byte> utf8)
    {
        if (_text.Length < utf8.Length)
        {
            _text = new char[Math.Max(utf8.Length, _text.Length * 2)];
        }

        var length = Encoding.UTF8.GetChars(utf8, _text);
        var text = _text.AsSpan(0, length);
        return text.Contains('&') ? Resolve(text) : text;
    }

    private static string Resolve(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        while (text.IndexOf('&') is var start and >= 0)
        {
            var end = text[start..].IndexOf(';');
            result.Append(text[..start]);
            if (end < 0 || !TryResolve(text.Slice(start + 1, end - 1), result))
            {
                throw new XmlException("An entity that is not defined.");
            }

            text = text[(start + end + 1)..];
        }

        return result.Append(text).ToString();
    }

    private static bool TryResolve(ReadOnlySpan<char> entity, StringBuilder result)
    {
        var isHex = entity.StartsWith("#x");
        if (isHex || entity.StartsWith("#"))
        {
            if (!int.TryParse(entity[(isHex ? 2 : 1)..], isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            {
                return false;
            }

            result.Append(Rune.IsValid(code) ? new Rune(code).ToString() : "\uFFFD");
            return true;
        }

        result.Append(entity switch { "amp" => "&", "lt" => "<", "gt" => ">", "quot" => "\"", "apos" => "'", _ => "" });
        return entity is "amp" or "lt" or "gt" or "quot" or "apos";
    }
}
