namespace Longleaf.Documents.Ocr;

/// <summary>A page of a PDF, drawn.</summary>
/// <param name="Outcome">How the drawing ended.</param>
/// <param name="Picture">What it looks like; <see langword="null"/> unless it is done.</param>
internal readonly record struct DrawnPage(RecognitionOutcome Outcome, GrayPicture? Picture);
