using System.Buffers;
using System.Buffers.Binary;
using System.Text.Unicode;

namespace Longleaf.Documents.Isolation.Wire;

/// <summary>Reads a payload that may be hostile: never past its end, no text but clean text.</summary>
internal ref struct PayloadReader(ReadOnlySpan<byte> payload)
{
    // In UTF-8, C1 controls (U+0080 to U+009F) are 0xC2 and 0x80 to 0x9F; 0xC2 starts nothing else that is looked at here.
    private static readonly SearchValues<byte> ControlStarts = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 127, 0xC2]);

    // Names and the like: where a reader is new, having the search for long text compiled takes longer than looking at each byte.
    private const int ShortText = 128;

    private ReadOnlySpan<byte> _rest = payload;

    public byte Byte() => Take(1)[0];

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    /// <summary>A value of an enum that has it.</summary>
    public T Enum<T>() where T : struct, Enum
    {
        var value = (T)System.Enum.ToObject(typeof(T), Byte());
        return System.Enum.IsDefined(value) ? value : throw new WireException($"No such {typeof(T).Name}.");
    }

    /// <summary>A number within bounds.</summary>
    public int Int32(int least, int most)
    {
        var value = Int32();
        return value >= least && value <= most ? value : throw new WireException("A number is out of range.");
    }

    /// <summary>A number from 0; -1 stands for none.</summary>
    public int? OptionalInt32() => Int32(-1, int.MaxValue) is var value and >= 0 ? value : null;

    /// <summary>Text of at most so many UTF-16 units, without control characters but tab and line feed.</summary>
    public string Text(int most)
    {
        var bytes = Take(Int32(0, most * 3));
        if (HoldsControls(bytes))
        {
            throw new WireException("Text holds control characters.");
        }

        var units = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            return Utf8.ToUtf16(bytes, units, out _, out var count, replaceInvalidSequences: false) != OperationStatus.Done
                ? throw new WireException("Text is not UTF-8.")
                : count > most ? throw new WireException("Text is too long.")
                : new string(units, 0, count);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(units);
        }
    }

    /// <summary>Short text, or none.</summary>
    public string? OptionalText() => Byte() == 0 ? null : Text(Protocol.MaxShortText);

    public readonly void End()
    {
        if (_rest.Length > 0)
        {
            throw new WireException("A frame is longer than what it holds.");
        }
    }

    private static bool HoldsControls(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length <= ShortText)
        {
            for (var index = 0; index < utf8.Length; index++)
            {
                var isControl = utf8[index] is (< 32 and not ((byte)'\n' or (byte)'\t')) or 127 || (utf8[index] == 0xC2 && index + 1 < utf8.Length && utf8[index + 1] <= 0x9F);
                if (isControl)
                {
                    return true;
                }
            }

            return false;
        }

        while (utf8.IndexOfAny(ControlStarts) is var at and >= 0)
        {
            if (utf8[at] != 0xC2 || (at + 1 < utf8.Length && utf8[at + 1] <= 0x9F))
            {
                return true;
            }

            utf8 = utf8[(at + 1)..];
        }

        return false;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
        {
            throw new WireException("A frame is shorter than what it holds.");
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
