namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>What stands at a cell but not in it: a comment, the text of a shape.</summary>
/// <param name="Row">The row it belongs to, from 1.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text.</param>
internal sealed record SheetNote(int Row, BlockKind Kind, string Text);
