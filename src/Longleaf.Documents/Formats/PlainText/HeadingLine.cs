namespace Longleaf.Documents.Formats.PlainText;

/// <summary>What a line of plain text looks like that may be a heading.</summary>
/// <param name="Level">Its level. The first is left to titles that are underlined: what divides a text is no title of it.</param>
/// <param name="Number">Its number among its like, if it has one.</param>
/// <param name="Kind">What makes it look like one.</param>
internal readonly record struct HeadingLine(int Level, int? Number, HeadingKind Kind);
