namespace Longleaf.Documents.Ocr;

/// <summary>How the recognition of a page or picture ended.</summary>
internal enum RecognitionOutcome : byte
{
    /// <summary>The tools are not installed.</summary>
    NotToBeHad,

    /// <summary>It was recognised; there may be no text.</summary>
    Done,

    /// <summary>A tool failed or died on it.</summary>
    Failed,

    /// <summary>It took longer than is allowed.</summary>
    TimedOut,
}
