using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;

namespace Longleaf.Reading.Text;

/// <summary>Qwen2.5's vocabulary: which runs of bytes are tokens, and which of two merges comes first.</summary>
internal sealed class BytePairVocabulary
{
    /// <summary>The rank of what is no token.</summary>
    public const int None = int.MaxValue;

    // Half empty at 151,643 tokens.
    private const int SlotBits = 19;

    private readonly byte[] _bytes;
    private readonly int[] _starts;
    private readonly int[] _slots = new int[1 << SlotBits]; // rank + 1; 0 is free
    private readonly int _longest;

    private BytePairVocabulary(ReadOnlySpan<byte> tiktoken)
    {
        var starts = new List<int>(160_000) { 0 };
        _bytes = new byte[tiktoken.Length];
        while (!tiktoken.IsEmpty)
        {
            var line = tiktoken[..tiktoken.IndexOf((byte)'\n')];
            var blank = line.IndexOf((byte)' ');
            var rank = int.Parse(line[(blank + 1)..], NumberStyles.None, CultureInfo.InvariantCulture);
            var decoded = Base64.DecodeFromUtf8(line[..blank], _bytes.AsSpan(starts[^1]), out _, out var length);
            if (decoded != OperationStatus.Done || rank != starts.Count - 1)
            {
                throw new InvalidDataException("The tokenizer's vocabulary in this build is damaged: build it again.");
            }

            Insert(_bytes.AsSpan(starts[^1], length), rank);
            starts.Add(starts[^1] + length);
            _longest = Math.Max(_longest, length);
            tiktoken = tiktoken[(line.Length + 1)..];
        }

        _starts = [.. starts];
        Array.Resize(ref _bytes, starts[^1]);
    }

    /// <summary>Reads the vocabulary of this build.</summary>
    public static BytePairVocabulary Load()
    {
        using var stream = typeof(BytePairVocabulary).Assembly.GetManifestResourceStream("qwen2.5.tiktoken")!;
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return new BytePairVocabulary(file);
    }

    /// <summary>The rank of a token, lower merged first; <see cref="None"/> if the bytes are no token.</summary>
    public int RankOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _longest)
        {
            return None;
        }

        for (var slot = SlotOf(bytes); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            var rank = _slots[slot] - 1;
            if (bytes.SequenceEqual(_bytes.AsSpan(_starts[rank], _starts[rank + 1] - _starts[rank])))
            {
                return rank;
            }
        }

        return None;
    }

    private static int SlotOf(ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)bytes.Length;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        var last = 0UL;
        foreach (var value in bytes)
        {
            last = (last << 8) | value;
        }

        return (int)(Mix(hash ^ last) >> (64 - SlotBits));
    }

    private static ulong Mix(ulong value)
    {
        value *= 0x9E37_79B9_7F4A_7C15UL;
        return (value ^ (value >> 32)) * 0xD6E8_FEB8_6659_FD93UL;
    }

    private void Insert(ReadOnlySpan<byte> bytes, int rank)
    {
        var slot = SlotOf(bytes);
        while (_slots[slot] != 0)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        _slots[slot] = rank + 1;
    }
}
