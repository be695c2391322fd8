namespace Longleaf.Documents.Ocr;

/// <summary>A picture whose text is to be recognised.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Script">What its text is recognised as.</param>
/// <param name="Layout">How it lies.</param>
internal readonly record struct PictureToRecognize(GrayPicture Picture, TextScript Script, PictureLayout Layout);
