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
    private int _count;

    public ReadOnlySpan<XmlTagAttribute> Attributes => _attributes.AsSpan(0, _count);

    /// <summary>Whether the element ends with its tag.</summary>
    public bool IsEmptyElement { get; private set; }

    /// <summary>Reads what follows the element's name.</summary>
    public bool TryRead(ref XmlBytes xml)
    {
        _count = 0;
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

            if (!isSpaced || _count == MaxAttributes || !TryReadAttribute(ref xml))
            {
                return false;
            }
        }
    }

    private bool TryReadAttribute(ref XmlBytes xml)
    {
        var start = xml.At;
        if (!TrySkipName(ref xml))
        {
            return false;
        }

        var name = start;
        if (xml.TryTake((byte)':'))
        {
            name = xml.At;
            if (!TrySkipName(ref xml))
            {
                return false;
            }
        }

        var nameLength = xml.At - name;
        if (!xml.TryTake((byte)'=') || xml.Next is not ((byte)'"' or (byte)'\'') || !TryReadValue(ref xml, out var value))
        {
            return false;
        }

        _attributes[_count++] = new XmlTagAttribute(name, nameLength, name > start, value, xml.At - value - 1);
        return IsAllowed(xml, xml[start, Math.Max(0, name - start - 1)], _attributes[_count - 1]);
    }

    private static bool TryReadValue(ref XmlBytes xml, out int start)
    {
        var quote = xml.Next;
        xml.Skip(1);
        start = xml.At;
        var rest = xml.Rest;
        var length = 0;
        while (length < rest.Length && rest[length] is >= (byte)' ' and < 0x80 and not ((byte)'<' or (byte)'&') and var unit && unit != quote)
        {
            length++;
        }

        xml.Skip(length);
        return xml.TryTake(quote);
    }

    // Two of one name are an error, and so they may be where only their prefixes differ.
    private bool IsAllowed(XmlBytes xml, ReadOnlySpan<byte> prefix, XmlTagAttribute attribute)
    {
        var name = attribute.Name(xml);
        for (var index = 0; index < _count - 1; index++)
        {
            if (_attributes[index].Name(xml).SequenceEqual(name))
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

    private static bool TrySkipName(ref XmlBytes xml)
    {
        if (!IsLetter(xml.Next))
        {
            return false;
        }

        while (IsLetter(xml.Next) || xml.Next is (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'.')
        {
            xml.Skip(1);
        }

        return true;
    }

    private static bool IsLetter(byte unit) => unit is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (byte)'_';
}
