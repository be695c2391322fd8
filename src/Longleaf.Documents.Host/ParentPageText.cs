using Longleaf.Documents.Formats.Pdf;
using Longleaf.Documents.Isolation.Wire;

namespace Longleaf.Documents.Host;

/// <summary>Asks the parent for text of pages; the answer lies in a file beside the document.</summary>
/// <param name="parent">Where answers come from.</param>
/// <param name="writer">Where questions go.</param>
/// <param name="path">The file.</param>
internal sealed class ParentPageText(ParentLink parent, FrameWriter writer, string path) : IPageTextSource
{
    public IReadOnlyList<string>? Read(int first, int last)
    {
        writer.Begin(FrameKind.PageTextWanted).Int32(first).Int32(last).End();
        writer.Flush();
        var answer = parent.Receive();
        if (answer.Kind != FrameKind.PageText || answer.Payload.Span is not [1])
        {
            return null;
        }

        // Every page ends with a form feed.
        using var reader = new StreamReader(path);
        var pages = reader.ReadToEnd().Split('\f');
        return pages[..^1].Length > 0 ? pages[..^1] : pages;
    }
}
