namespace Longleaf.Documents.Formats.Mobi;

/// <summary>A place in a book's markup.</summary>
/// <param name="Part">The part.</param>
/// <param name="Offset">The place in it, in bytes.</param>
internal readonly record struct BookPlace(BookPart Part, int Offset);
