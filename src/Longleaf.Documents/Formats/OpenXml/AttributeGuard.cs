namespace Longleaf.Documents.Formats.OpenXml;

/// <summary>
/// XML on its way to an <see cref="System.Xml.XmlReader"/>, watched for tags with attributes without end: each time that one reads on within a
/// tag it goes through all attributes that it has so far, and has no limit on their number.
/// </summary>
/// <remarks>Only tags that go on past what is read at once are looked into: others are short, and most of a document.</remarks>
/// <param name="xml">The XML.</param>
internal sealed class AttributeGuard(Stream xml) : ForwardStream
{
    private const int MaxAttributes = 1000;

    private bool _isAtName;
    private bool _isInTag;
    private byte _quote;
    private int _attributes;

    public override int Read(Span<byte> buffer)
    {
        var count = xml.Read(buffer);
        Watch(buffer[..count]);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            xml.Dispose();
        }

        base.Dispose(disposing);
    }

    // Within a tag there is no other "<", so that the last one tells in what the bytes end.
    private void Watch(ReadOnlySpan<byte> bytes)
    {
        if (bytes.LastIndexOf((byte)'<') is var open and >= 0)
        {
            (_isAtName, _isInTag, _quote, _attributes) = (true, true, 0, 0);
            bytes = bytes[(open + 1)..];
        }

        for (var index = 0; index < bytes.Length && _isInTag; index++)
        {
            // The other half of UTF-16's ASCII.
            if (bytes[index] != 0)
            {
                Take(bytes[index]);
            }
        }
    }

    private void Take(byte unit)
    {
        if (_isAtName)
        {
            // Comments, sections of plain text and the like have no attributes.
            (_isAtName, _isInTag) = (false, char.IsAsciiLetter((char)unit) || unit is (byte)'_' or >= 0x80);
        }
        else if (_quote != 0)
        {
            _quote = unit == _quote ? (byte)0 : _quote;
        }
        else if (unit is (byte)'"' or (byte)'\'')
        {
            _quote = unit;
        }
        else if (unit == '>')
        {
            _isInTag = false;
        }
        else if (unit == '=' && ++_attributes > MaxAttributes)
        {
            throw new UnreadableException(
                DocumentFailureCode.TooLarge, FormattableString.Invariant($"This document has a tag with more than {MaxAttributes:N0} attributes, which no office program writes: save it anew and upload it again."));
        }
    }
}
