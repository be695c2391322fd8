using System.Buffers.Binary;
using System.Text;

namespace Longleaf.Documents.Tests.Formats;

/// <summary>Makes the headers of a zip lie. Offsets are those of APPNOTE 4.3.7, 4.3.12 and 4.3.16.</summary>
/// <param name="bytes">The zip; changed.</param>
internal sealed class ForgedZip(byte[] bytes)
{
    private const uint LocalMark = 0x04034B50;
    private const uint EntryMark = 0x02014B50;
    private const uint EndMark = 0x06054B50;

    public byte[] Bytes => bytes;

    /// <summary>Sets what both headers of an entry say of its encryption.</summary>
    public ForgedZip Encrypted(string name) => Short(Local(name) + 6, 1).Short(Entry(name) + 8, 1);

    /// <summary>Sets the way of packing that the list of entries names.</summary>
    public ForgedZip Method(string name, ushort method) => Short(Entry(name) + 10, method);

    /// <summary>Sets the sizes that the list of entries names.</summary>
    public ForgedZip Sizes(string name, uint packed, uint unpacked) => Int(Entry(name) + 20, packed).Int(Entry(name) + 24, unpacked);

    /// <summary>Sets the sizes that stand before an entry's bytes.</summary>
    public ForgedZip LocalSizes(string name, uint packed, uint unpacked) => Int(Local(name) + 18, packed).Int(Local(name) + 22, unpacked);

    /// <summary>Sets where an entry's bytes are said to stand.</summary>
    public ForgedZip Place(string name, uint offset) => Int(Entry(name) + 42, offset);

    /// <summary>Sets how many entries there are said to be.</summary>
    public ForgedZip Count(ushort count) => Short(End() + 8, count).Short(End() + 10, count);

    /// <summary>Has an entry stand for the bytes of another: the two overlap.</summary>
    public ForgedZip Overlap(string name, string other)
    {
        var (from, to) = (Entry(other), Entry(name));
        bytes.AsSpan(from + 8, 20).CopyTo(bytes.AsSpan(to + 8));
        bytes.AsSpan(from + 42, 4).CopyTo(bytes.AsSpan(to + 42));
        return this;
    }

    private int Local(string name) => Find(LocalMark, 30, name);

    private int Entry(string name) => Find(EntryMark, 46, name);

    private int End() => bytes.AsSpan().LastIndexOf(BitConverter.GetBytes(EndMark));

    private int Find(uint mark, int headerBytes, string name)
    {
        var (start, wanted) = (BitConverter.GetBytes(mark), Encoding.UTF8.GetBytes(name));
        for (var at = 0; at + headerBytes + wanted.Length <= bytes.Length; at++)
        {
            if (bytes.AsSpan(at).StartsWith(start) && bytes.AsSpan(at + headerBytes).StartsWith(wanted))
            {
                return at;
            }
        }

        throw new InvalidOperationException($"No header of {name}.");
    }

    private ForgedZip Short(int at, ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), value);
        return this;
    }

    private ForgedZip Int(int at, uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);
        return this;
    }
}
