using System.Buffers;
using System.Text.Unicode;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>Text between tags, read by its bytes.</summary>
internal sealed class XmlText
{
    private char[] _units = new char[1024];
    private int _length;

    public ReadOnlySpan<char> Units => _units.AsSpan(0, _length);

    /// <summary>Reads up to the next tag: false for anything that is neither a character nor a common reference to one.</summary>
    public bool TryRead(ref XmlBytes xml)
    {
        _length = 0;
        while (true)
        {
            ReadPlain(ref xml);
            var isRead = xml.Next switch
            {
                (byte)'<' => true,
                (byte)'&' => TryReadReference(ref xml),
                (byte)']' => !xml.TryTake("]]>"u8) && TryReadUnit(ref xml),
                (byte)'\n' or (byte)'\t' => TryReadUnit(ref xml),
                >= 0x80 => TryReadOther(ref xml),
                // Line ends that XML makes others of, and what it cannot hold.
                _ => false,
            };
            if (!isRead || xml.Next == '<')
            {
                return isRead;
            }
        }
    }

    private void ReadPlain(ref XmlBytes xml)
    {
        var rest = xml.Rest;
        var count = 0;
        while (count < rest.Length && rest[count] is >= (byte)' ' and < 0x80 and not ((byte)'<' or (byte)'&' or (byte)']') and var unit)
        {
            if (_length == _units.Length)
            {
                Array.Resize(ref _units, _length * 2);
            }

            _units[_length++] = (char)unit;
            count++;
        }

        xml.Skip(count);
    }

    private bool TryReadUnit(ref XmlBytes xml)
    {
        if (xml.IsAtEnd)
        {
            return false;
        }

        Add((char)xml.Next);
        xml.Skip(1);
        return true;
    }

    private bool TryReadReference(ref XmlBytes xml)
    {
        if (xml.TryTake("&#"u8))
        {
            return TryReadNumber(ref xml);
        }

        var unit = xml.TryTake("&amp;"u8) ? '&'
            : xml.TryTake("&lt;"u8) ? '<'
            : xml.TryTake("&gt;"u8) ? '>'
            : xml.TryTake("&quot;"u8) ? '"'
            : xml.TryTake("&apos;"u8) ? '\''
            : '\0';
        Add(unit);
        return unit != '\0';
    }

    private bool TryReadNumber(ref XmlBytes xml)
    {
        var radix = xml.TryTake((byte)'x') ? 16 : 10;
        var number = 0;
        for (var start = xml.At; xml.Next != ';' || xml.At == start; xml.Skip(1))
        {
            var digit = (char)xml.Next;
            if (!(radix == 16 ? char.IsAsciiHexDigit(digit) : char.IsAsciiDigit(digit)) || number > char.MaxValue)
            {
                return false;
            }

            number = (number * radix) + (char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        xml.Skip(1);
        Add((char)number);
        return number is '\t' or '\n' or '\r' or (>= ' ' and < 0xD800);
    }

    private bool TryReadOther(ref XmlBytes xml)
    {
        var rest = xml.Rest;
        var count = 0;
        while (count < rest.Length && rest[count] >= 0x80)
        {
            count++;
        }

        if (_units.Length < _length + count)
        {
            Array.Resize(ref _units, Math.Max(_units.Length * 2, _length + count));
        }

        var isWhole = Utf8.ToUtf16(rest[..count], _units.AsSpan(_length), out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done;
        var isAllowed = isWhole && _units.AsSpan(_length, written).IndexOfAnyInRange('\uFFFE', '\uFFFF') < 0;
        _length += isWhole ? written : 0;
        // A character may be cut off at the end.
        xml.Skip(isAllowed || count == rest.Length ? count : 0);
        return isAllowed;
    }

    private void Add(char unit)
    {
        if (_length == _units.Length)
        {
            Array.Resize(ref _units, _length * 2);
        }

        _units[_length++] = unit;
    }
}
