using System.Text;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>The attributes of a start tag, read by its bytes if they are plain ASCII.</summary>
/// <param name="prefixes">The prefixes that attributes may have.</param>
internal sealed class XmlTag(IEnumerable<string> prefixes)
{
    // Excel's rows have a dozen.
    private const int MaxAttributes = 32;

    private readonly byte[][] _prefixes = [.. prefixes.Select(Encoding.UTF8.GetBytes)];
    private readonly XmlTagAttribute[] _attributes = new XmlTagAttribute[MaxAttributes];

    public int Count { get; private set; }

    // Not a span of them all, which would be compiled anew in every reader process.
    public XmlTagAttribute this[int index] => _attributes[index];

    /// <summary>Whether the element ends with its tag.</summary>
    public bool IsEmptyElement { get; private set; }

    /// <summary>Reads what follows the element's name.</summary>
    public bool TryRead(ref XmlBytes xml)
    {
        Count = 0;
        while (true)
        {
            var isSpaced = xml.TrySkipSpace();
            if (xml.TryTake((byte)'>'))
            {
                IsEmptyElement = false;
                return true;
            }

            if (xml.TryTake("/>"u8))
            {
                IsEmptyElement = true;
                return true;
            }

            if (!isSpaced || Count == MaxAttributes || !TryReadAttribute(ref xml))
            {
                return false;
            }
        }
    }

    // Over a span of its own, which is twice as fast: most bytes of a sheet are its tags.
    private bool TryReadAttribute(ref XmlBytes xml)
    {
        var bytes = xml.Rest;
        var (name, end) = (0, EndOfName(bytes, 0));
        if (end > 0 && end < bytes.Length && bytes[end] == ':')
        {
            name = end + 1;
            end = EndOfName(bytes, name);
        }

        var value = end + 2;
        if (end == name || value >= bytes.Length || bytes[end] != '=' || bytes[end + 1] is not ((byte)'"' or (byte)'\''))
        {
            xml.Skip(value >= bytes.Length ? bytes.Length : 0);
            return false;
        }

        var valueEnd = EndOfValue(bytes, value, bytes[end + 1]);
        if (valueEnd == bytes.Length || bytes[valueEnd] != bytes[end + 1])
        {
            xml.Skip(valueEnd);
            return false;
        }

        var attribute = new XmlTagAttribute(xml.At + name, end - name, name > 0, xml.At + value, valueEnd - value);
        _attributes[Count++] = attribute;
        xml.Skip(valueEnd + 1);
        return IsAllowed(xml, name > 0 ? bytes[..(name - 1)] : [], attribute);
    }

    private static int EndOfName(ReadOnlySpan<byte> bytes, int start)
    {
        var end = start;
        while (end < bytes.Length && (IsLetter(bytes[end]) || (end > start && bytes[end] is (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'.')))
        {
            end++;
        }

        return end;
    }

    private static int EndOfValue(ReadOnlySpan<byte> bytes, int start, byte quote)
    {
        var end = start;
        while (end < bytes.Length && bytes[end] is >= (byte)' ' and < 0x80 and not ((byte)'<' or (byte)'&') and var unit && unit != quote)
        {
            end++;
        }

        return end;
    }

    // Two of one name are an error, and so they may be where only their prefixes differ.
    private bool IsAllowed(XmlBytes xml, ReadOnlySpan<byte> prefix, XmlTagAttribute attribute)
    {
        var name = attribute.Name(xml);
        for (var index = 0; index < Count - 1; index++)
        {
            if (_attributes[index].NameLength == name.Length && _attributes[index].Name(xml).SequenceEqual(name))
            {
                return false;
            }
        }

        if (!attribute.HasPrefix)
        {
            return !name.SequenceEqual("xmlns"u8);
        }

        return prefix.SequenceEqual("xml"u8) ? name.SequenceEqual("space"u8) && attribute.Value(xml).SequenceEqual("preserve"u8) : IsDeclared(prefix);
    }

    private bool IsDeclared(ReadOnlySpan<byte> prefix)
    {
        foreach (var declared in _prefixes)
        {
            if (prefix.SequenceEqual(declared))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLetter(byte unit) => (uint)((unit | 0x20) - 'a') <= 'z' - 'a' || unit == '_';
}
