namespace Longleaf.Documents.Isolation.Wire;

/// <summary>What a frame between parent and reader process is.</summary>
internal enum FrameKind : byte
{
    /// <summary>Reader, first of all: magic, protocol version, whether its system call filter is on.</summary>
    Hello = 1,

    /// <summary>Reader: <see cref="ReaderEvent.Progress"/>.</summary>
    Progress = 2,

    /// <summary>Reader: a block.</summary>
    Block = 3,

    /// <summary>Reader, last: <see cref="ReaderEvent.Completed"/>.</summary>
    Completed = 4,

    /// <summary>Reader, last: <see cref="ReaderEvent.Failed"/>.</summary>
    Failed = 5,

    /// <summary>Reader: asks for the text of a range of PDF pages from <c>pdftotext</c>.</summary>
    PageTextWanted = 6,

    /// <summary>Reader: asks for a PDF page to be drawn.</summary>
    PageDrawingWanted = 7,

    /// <summary>Reader: asks for the text of a picture, whose pixels follow.</summary>
    PictureRecognitionWanted = 8,

    /// <summary>Reader: the next pixels of the picture announced, a byte each.</summary>
    PictureBytes = 9,

    /// <summary>Reader, first for each document: the ticket of its request. What comes before it is left from an earlier document.</summary>
    Accepted = 10,

    /// <summary>Parent: what to read.</summary>
    Request = 16,

    /// <summary>Parent: the text asked for is in the file named, or is not to be had.</summary>
    PageText = 17,

    /// <summary>Parent: how a drawing or recognition ended; what came of it is in the file of its number.</summary>
    Recognized = 18,
}
