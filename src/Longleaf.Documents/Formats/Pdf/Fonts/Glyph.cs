namespace Longleaf.Documents.Formats.Pdf.Fonts;

/// <summary>What a code of a font stands for.</summary>
/// <param name="Text">Its characters; empty for what has none.</param>
/// <param name="Advance">How far it moves, along the line, at size 1.</param>
/// <param name="IsKnown">Whether the font says what it reads as.</param>
internal sealed record Glyph(string Text, double Advance, bool IsKnown = true);
