namespace Longleaf.Documents.Isolation.Wire;

/// <summary>What a reader is asked to read.</summary>
/// <param name="Ticket">A number that cannot be guessed; comes back in <see cref="FrameKind.Accepted"/>.</param>
/// <param name="Path">The document, as the reader sees it.</param>
/// <param name="FileName">The owner's name for it.</param>
/// <param name="HeapBytes">The most managed memory.</param>
/// <param name="MaxCharacters">The most UTF-16 units of canonical text.</param>
/// <param name="MaxPages">The most pages of a PDF.</param>
/// <param name="MaxRecognizedPages">The most pages of a PDF that are recognised.</param>
/// <param name="MaxEmbeddedPictures">The most pictures within a document whose text is recognised.</param>
/// <param name="PageTextOnly">Whether PDF pages are to come from <c>pdftotext</c> alone: the reader died on them before.</param>
internal sealed record ReaderRequest(
    long Ticket, string Path, string FileName, long HeapBytes, long MaxCharacters, int MaxPages, int MaxRecognizedPages, int MaxEmbeddedPictures,
    bool PageTextOnly)
{
    public void Write(FrameWriter writer)
    {
        writer.Begin(FrameKind.Request)
            .Int64(Ticket)
            .ShortText(Path)
            .ShortText(FileName)
            .Int64(HeapBytes)
            .Int64(MaxCharacters)
            .Int32(MaxPages)
            .Int32(MaxRecognizedPages)
            .Int32(MaxEmbeddedPictures)
            .Byte(PageTextOnly ? (byte)1 : (byte)0)
            .End();
    }

    public static ReaderRequest Read(Frame frame)
    {
        var payload = new PayloadReader(frame.Payload.Span);
        var request = new ReaderRequest(
            payload.Int64(), payload.OptionalText() ?? "", payload.OptionalText() ?? "", payload.Int64(), payload.Int64(), payload.Int32(1, int.MaxValue),
            payload.Int32(0, int.MaxValue), payload.Int32(0, int.MaxValue), payload.Byte() != 0);
        payload.End();
        return request;
    }

    /// <summary>Says that the frames which follow belong to this request.</summary>
    public void Accept(FrameWriter writer) => writer.Begin(FrameKind.Accepted).Int64(Ticket).End();
}
