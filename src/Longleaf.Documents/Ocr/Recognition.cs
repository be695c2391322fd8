namespace Longleaf.Documents.Ocr;

/// <summary>What came of recognising a page or picture.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Words">The words found, as tab-separated values that <c>tesseract</c> writes; empty unless it is done.</param>
internal readonly record struct Recognition(RecognitionOutcome Outcome, string Words);
