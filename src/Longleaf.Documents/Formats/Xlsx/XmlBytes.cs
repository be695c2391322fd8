using System.Runtime.CompilerServices;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>XML in UTF-8 that is gone through byte by byte, for as long as it is what is expected.</summary>
internal ref struct XmlBytes(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>The place of the next byte.</summary>
    public int At { get; private set; }

    /// <summary>Whether there is no next byte: with more of them what was expected might have come.</summary>
    public readonly bool IsAtEnd => At >= _bytes.Length;

    /// <summary>The next byte; behind the end zero, which XML cannot hold.</summary>
    public readonly byte Next
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (uint)At < (uint)_bytes.Length ? _bytes[At] : (byte)0;
    }

    public readonly ReadOnlySpan<byte> Rest => _bytes[At..];

    public readonly ReadOnlySpan<byte> this[int start, int length] => _bytes.Slice(start, length);

    public void Skip(int count) => At += count;

    /// <summary>Takes white space, if there is some.</summary>
    public bool TrySkipSpace()
    {
        var start = At;
        while (Next is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            At++;
        }

        return At > start;
    }

    public bool TryTake(byte wanted)
    {
        var isNext = Next == wanted;
        At += isNext ? 1 : 0;
        return isNext;
    }

    public bool TryTake(ReadOnlySpan<byte> wanted)
    {
        var rest = Rest;
        var index = 0;
        while (index < wanted.Length && index < rest.Length && rest[index] == wanted[index])
        {
            index++;
        }

        // What is cut off here may be it.
        At += index == wanted.Length || index == rest.Length ? index : 0;
        return index == wanted.Length;
    }
}
