namespace Longleaf.Documents.Ocr;

/// <summary>What came of a page or picture.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Text">Its text; nothing unless it is done.</param>
internal readonly record struct RecognizedPage(RecognitionOutcome Outcome, RecognizedText Text);
