namespace Longleaf.Documents.Ocr;

/// <summary>How the text of a picture lies.</summary>
internal enum PictureLayout : byte
{
    /// <summary>A page: columns, paragraphs, pictures.</summary>
    Page,

    /// <summary>A page that lies upside down or on its side, or may.</summary>
    TurnedPage,

    /// <summary>Lines under each other and nothing else.</summary>
    Lines,
}
