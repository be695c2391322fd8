namespace Longleaf.Documents.Formats.Docx;

/// <summary>Takes what a walk through the body, a cell, a note or a header finds, in order.</summary>
internal interface IStory
{
    void Add(DocxParagraph paragraph);

    /// <summary>Rows of cells' text; vertically merged cells are repeated, horizontally merged ones followed by empty ones.</summary>
    void AddTable(IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<string> notes);

    /// <summary>What is anchored in the paragraph before and stands after it.</summary>
    void AddBox(RecordedStory box) => box.ReplayTo(this);

    /// <summary>A text that stands in the document as HTML.</summary>
    void AddHtml(string markup);
}
