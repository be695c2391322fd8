using System.Text;

namespace Longleaf.Documents.Formats.Pdf.Content;

/// <summary>The operands that stand before an operator. One instance serves all streams of a document: nothing is allocated for an operator.</summary>
internal sealed class Operands
{
    // TJ of a whole page has some thousands; what is past the bound is left out.
    private const int Most = 1 << 17;
    private const int MostBytes = 1 << 22;

    private Operand[] _operands = new Operand[256];
    private byte[] _bytes = new byte[1024];
    private int _used;

    public int Count { get; private set; }

    public Operand this[int index] => _operands[index];

    public void Clear() => (Count, _used) = (0, 0);

    public void Add(double number) => Add(new Operand(OperandKind.Number, number));

    public void Add(OperandKind kind) => Add(new Operand(kind, 0));

    /// <summary>Starts a run of bytes.</summary>
    public int BeginBytes() => _used;

    public void AddByte(byte value)
    {
        if (_used == _bytes.Length)
        {
            if (_used >= MostBytes)
            {
                return;
            }

            Array.Resize(ref _bytes, _used * 2);
        }

        _bytes[_used++] = value;
    }

    public void AddBytes(ReadOnlySpan<byte> bytes)
    {
        while (_bytes.Length - _used < bytes.Length && _bytes.Length < MostBytes)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        bytes = bytes[..Math.Min(bytes.Length, _bytes.Length - _used)];
        bytes.CopyTo(_bytes.AsSpan(_used));
        _used += bytes.Length;
    }

    public void EndBytes(OperandKind kind, int start) => Add(new Operand(kind, 0, start, _used - start));

    public ReadOnlySpan<byte> Bytes(int index) => _bytes.AsSpan(_operands[index].Start, _operands[index].Length);

    /// <summary>The number at a place, 0 if there is none.</summary>
    public double Number(int index) => index >= 0 && index < Count && _operands[index].Kind == OperandKind.Number ? _operands[index].Number : 0;

    /// <summary>The name at a place, <see langword="null"/> if there is none.</summary>
    public string? Name(int index) =>
        index >= 0 && index < Count && _operands[index].Kind == OperandKind.Name ? Encoding.Latin1.GetString(Bytes(index)) : null;

    public bool IsText(int index) => index >= 0 && index < Count && _operands[index].Kind == OperandKind.Text;

    /// <summary>The place of the value of a key of a dictionary among the operands; -1 if there is none.</summary>
    public int ValueOf(ReadOnlySpan<byte> key)
    {
        for (var index = 0; index + 1 < Count; index++)
        {
            if (_operands[index].Kind == OperandKind.Name && Bytes(index).SequenceEqual(key))
            {
                return index + 1;
            }
        }

        return -1;
    }

    private void Add(Operand operand)
    {
        if (Count == _operands.Length)
        {
            if (Count >= Most)
            {
                return;
            }

            Array.Resize(ref _operands, Count * 2);
        }

        _operands[Count++] = operand;
    }
}
