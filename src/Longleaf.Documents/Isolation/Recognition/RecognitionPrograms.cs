namespace Longleaf.Documents.Isolation.Recognition;

/// <summary>What text in pictures is recognised with.</summary>
/// <param name="Tesseract">Where <c>tesseract</c> is.</param>
/// <param name="PageDrawer">Where <c>pdftoppm</c> is; <see langword="null"/> where pages of PDFs cannot be drawn.</param>
/// <param name="Languages">The languages, joined by <c>+</c>: installed ones.</param>
/// <param name="FindsTurn">Whether the data for finding out how a page is turned is installed.</param>
internal sealed record RecognitionPrograms(string Tesseract, string? PageDrawer, string Languages, bool FindsTurn);
