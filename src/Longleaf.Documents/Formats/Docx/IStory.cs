namespace Longleaf.Documents.Formats.Docx;

/// <summary>Takes what a walk through the body, a cell, a note or a header finds, in order.</summary>
internal interface IStory
{
    void Add(DocxParagraph paragraph);

    /// <summary>Rows of cells' text; vertically merged cells are repeated, horizontally merged ones followed by empty ones.</summary>
    void AddTable(IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<string> notes);

    /// <summary>A text that stands in the document as HTML.</summary>
    void AddHtml(string markup);
}
