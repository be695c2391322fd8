namespace Longleaf.Documents.Formats.Xlsx.Formatting;

/// <summary>A piece of a number format.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Text">The literal, the date letters in lower case, the kind of digit place.</param>
internal sealed record FormatToken(FormatTokenKind Kind, string Text);
