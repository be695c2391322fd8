namespace Longleaf.Documents.Formats.Pdf.Content;

/// <summary>What an operand of a content stream is.</summary>
internal enum OperandKind : byte
{
    Number,
    Name,
    Text,
    ArrayStart,
    ArrayEnd,
    DictionaryStart,
    DictionaryEnd,
    Other,
}
