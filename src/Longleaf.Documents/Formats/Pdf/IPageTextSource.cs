namespace Longleaf.Documents.Formats.Pdf;

/// <summary>Gives the text of PDF pages that our own reader cannot get text from: poppler's <c>pdftotext</c>, run by the parent process.</summary>
internal interface IPageTextSource
{
    /// <summary>The text of a range of pages.</summary>
    /// <param name="first">The first page, from 1.</param>
    /// <param name="last">The last page.</param>
    /// <returns>A text for each page, empty where there is none; <see langword="null"/> if the tool is not to be had or fails.</returns>
    IReadOnlyList<string>? Read(int first, int last);
}
