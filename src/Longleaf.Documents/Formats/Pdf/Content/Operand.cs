namespace Longleaf.Documents.Formats.Pdf.Content;

/// <summary>An operand of a content stream: a number, or a run of bytes of <see cref="Operands.Bytes"/>.</summary>
internal readonly struct Operand(OperandKind kind, double number, int start = 0, int length = 0)
{
    public OperandKind Kind { get; } = kind;

    public double Number { get; } = number;

    public int Start { get; } = start;

    public int Length { get; } = length;
}
