namespace Longleaf.Documents.Ocr;

/// <summary>A page of a PDF whose text is to be recognised.</summary>
/// <param name="Number">The page, from 1.</param>
/// <param name="LongSide">How many pixels its longer side is drawn with.</param>
internal readonly record struct PageToRecognize(int Number, int LongSide);
