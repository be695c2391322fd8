namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>Where an attribute stands in the bytes.</summary>
/// <param name="NameStart">The first byte of its name, behind the prefix.</param>
/// <param name="NameLength">The name's length.</param>
/// <param name="HasPrefix">Whether it has a prefix.</param>
/// <param name="ValueStart">The first byte of its value.</param>
/// <param name="ValueLength">The value's length.</param>
internal readonly record struct XmlTagAttribute(int NameStart, int NameLength, bool HasPrefix, int ValueStart, int ValueLength)
{
    public ReadOnlySpan<byte> Name(XmlBytes xml) => xml[NameStart, NameLength];

    public ReadOnlySpan<byte> Value(XmlBytes xml) => xml[ValueStart, ValueLength];
}
