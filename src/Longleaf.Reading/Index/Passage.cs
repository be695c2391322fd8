namespace Longleaf.Reading.Index;

/// <summary>A run of whole sentences of one document, 128 to 192 tokens, overlapping its neighbours by a quarter.</summary>
/// <param name="Number">Its position in its document, from 0.</param>
/// <param name="ByteStart">Where it starts in the canonical text, in bytes of UTF-8.</param>
/// <param name="ByteLength">Its length in bytes.</param>
/// <param name="Tokens">Qwen2.5 tokens, about.</param>
public readonly record struct Passage(int Number, long ByteStart, int ByteLength, int Tokens);
