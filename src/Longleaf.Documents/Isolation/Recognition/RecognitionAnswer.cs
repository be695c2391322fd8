using Longleaf.Documents.Ocr;

namespace Longleaf.Documents.Isolation.Recognition;

/// <summary>How a wish of a reader ended.</summary>
/// <param name="Request">Its number, from 1.</param>
/// <param name="Outcome">How it ended.</param>
internal readonly record struct RecognitionAnswer(int Request, RecognitionOutcome Outcome);
