using Longleaf.Documents.Formats;
using Longleaf.Documents.Isolation;
using Longleaf.Documents.Isolation.Wire;

namespace Longleaf.Documents.Host;

/// <summary>The reading of one document: everything that belongs to it is made for it and let go with it.</summary>
internal static class DocumentTurn
{
    /// <summary>Reads the document, and says how it ended.</summary>
    /// <param name="request">What to read.</param>
    /// <param name="parent">Where answers come from.</param>
    /// <param name="writer">Where frames go.</param>
    public static void Take(ReaderRequest request, ParentLink parent, FrameWriter writer)
    {
        ManagedMemory.Limit(request.HeapBytes);
        request.Accept(writer);
        var events = new EventOutput(writer);
        var limits = new ParseLimits
        {
            MaxCharacters = request.MaxCharacters,
            MaxPages = request.MaxPages,
            MaxRecognizedPages = request.MaxRecognizedPages,
            MaxEmbeddedPictures = request.MaxEmbeddedPictures,
        };
        var sink = new BlockSink(events.Write, events.Write, limits);
        using var document = Open(request.Path);
        var folder = Path.GetDirectoryName(request.Path)!;
        var pageText = new ParentPageText(parent, writer, Path.Combine(folder, PageTextTool.OutputName));
        var recognizer = new ParentRecognizer(parent, writer, folder);
        EventFrames.WriteEnd(writer, DocumentParser.Parse(document, request.FileName, sink, pageText, recognizer, request.PageTextOnly));
    }

    /// <summary>Opens a document as all are opened.</summary>
    public static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024);
}
