namespace Longleaf.Documents.Formats.Html;

/// <summary>A title of a book's table of contents.</summary>
/// <param name="Anchor">The id that it leads to within its file; <see langword="null"/> for the file's start.</param>
/// <param name="Title">The title.</param>
/// <param name="Level">How deep it stands in the table of contents, from 1.</param>
internal sealed record ChapterTitle(string? Anchor, string Title, int Level);
