using System.Buffers.Binary;
using System.Text;

namespace Longleaf.Documents.Isolation.Wire;

/// <summary>Reads a payload that may be hostile: never past its end, no text but clean text.</summary>
internal ref struct PayloadReader(ReadOnlySpan<byte> payload)
{
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
        var length = Int32(0, most * 3);
        string text;
        try
        {
            text = Protocol.StrictUtf8.GetString(Take(length));
        }
        catch (DecoderFallbackException)
        {
            throw new WireException("Text is not UTF-8.");
        }

        if (text.Length > most)
        {
            throw new WireException("Text is too long.");
        }

        foreach (var unit in text)
        {
            if (unit < ' ' ? unit is not ('\n' or '\t') : unit is >= '\x7F' and <= '\x9F')
            {
                throw new WireException("Text holds control characters.");
            }
        }

        return text;
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
