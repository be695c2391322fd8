using System.ComponentModel.DataAnnotations;

namespace Longleaf.Documents.Isolation;

/// <summary>Settings of the reader processes, section <c>Isolation</c>.</summary>
public sealed class IsolationOptions
{
    /// <summary>The reader's executable. Default: <c>reader/longleaf-reader</c> beside this program's own files.</summary>
    [Required]
    public string ReaderPath { get; set; } = Path.Combine(AppContext.BaseDirectory, "reader", "longleaf-reader");

    /// <summary>
    /// The folder for what readers see of their documents. Best on the file system of the documents: they are then linked, not copied.
    /// Default: a folder of the user's own in the machine's temporary folder.
    /// </summary>
    [Required]
    public string ScratchDirectory { get; set; } = Path.Combine(Path.GetTempPath(), $"longleaf-readers-{Environment.UserName}");

    /// <summary>Readers kept started and waiting. Default 2; 0 starts each when it is needed (40 to 70 ms).</summary>
    [Range(0, 64)]
    public int WaitingReaders { get; set; } = 2;

    /// <summary>
    /// Whether a reader that has read a document well may read further ones of the same owner. Default <see langword="true"/>; else every
    /// document has a process of its own.
    /// </summary>
    public bool ReuseReaders { get; set; } = true;

    /// <summary>Documents that one reader reads before it is retired. Default 200.</summary>
    [Range(1, 1_000_000)]
    public int DocumentsPerReader { get; set; } = 200;

    /// <summary>Readers that may wait for further documents of their owners, over all owners; past that the one that waits longest is retired. Default 8.</summary>
    [Range(0, 1024)]
    public int IdleReaders { get; set; } = 8;

    /// <summary>Seconds that a reader waits for a further document of its owner. Default 60.</summary>
    [Range(1, 86_400)]
    public int IdleSeconds { get; set; } = 60;

    /// <summary>Bytes of memory that a reader may still hold after a document; one that holds more is retired. Default 384 MiB.</summary>
    [Range(1L << 20, 1L << 40)]
    public long RetainedBytes { get; set; } = 384L << 20;

    /// <summary>Seconds that a reader may stand still before its document fails. Default 60.</summary>
    [Range(1, 3600)]
    public int NoProgressSeconds { get; set; } = 60;

    /// <summary>Seconds that the reading of a document may take. Default 600.</summary>
    [Range(1, 86_400)]
    public int TotalSeconds { get; set; } = 600;

    /// <summary>Seconds more for every megabyte of the document, of processor time too. Default 10.</summary>
    [Range(0, 3600)]
    public int SecondsPerMegabyte { get; set; } = 10;

    /// <summary>Seconds of processor time that the reading of a document may take. Default 240.</summary>
    [Range(1, 86_400)]
    public int ProcessorSeconds { get; set; } = 240;

    /// <summary>Bytes of address space of a reader. Default 8 GiB. The runtime needs 2 GiB, and twice the heap.</summary>
    [Range(2L << 30, 1L << 46)]
    public long AddressSpaceBytes { get; set; } = 8L << 30;

    /// <summary>Bytes of managed heap of a reader, whatever its document's size: what bounds its memory. Default 1.5 GiB (a PDF of 56 MB needs 0.5).</summary>
    [Range(64L << 20, 1L << 40)]
    public long HeapBytes { get; set; } = 1536L << 20;

    /// <summary>Bytes of managed heap for a document of no size. Default 512 MiB.</summary>
    [Range(64L << 20, 1L << 40)]
    public long BaseHeapBytes { get; set; } = 512L << 20;

    /// <summary>Bytes of managed heap more for each byte of the document. Default 24.</summary>
    [Range(0, 10_000)]
    public int HeapPerByte { get; set; } = 24;

    /// <summary>UTF-16 units of canonical text that a document may have, where its bytes do not allow for more (twice as many; four times in zips). Default 64 million.</summary>
    [Range(1L, 1L << 33)]
    public long MaxCharacters { get; set; } = 64_000_000;

    /// <summary>Blocks that a document may have. Default 16 million.</summary>
    [Range(1L, 1L << 31)]
    public long MaxBlocks { get; set; } = 16_000_000;

    /// <summary>Pages that a PDF may have. Default 15,000.</summary>
    [Range(1, 1_000_000)]
    public int MaxPages { get; set; } = 15_000;

    /// <summary>Bytes that <c>pdftotext</c> may print for a document. Default 128 MiB.</summary>
    [Range(1L << 10, 1L << 33)]
    public long MaxPageTextBytes { get; set; } = 128L << 20;

    /// <summary>
    /// The languages that text in pictures and scans is recognised in, as <c>tesseract</c> calls them; those that are not installed are
    /// left out. Default <c>eng+chi_sim</c>.
    /// </summary>
    [Required]
    [RegularExpression("^[A-Za-z0-9_/]+([+][A-Za-z0-9_/]+)*$")]
    public string OcrLanguages { get; set; } = "eng+chi_sim";

    /// <summary>
    /// Whether pages that are plainly in none of <see cref="OcrLanguages"/> are recognised as Chinese, Japanese or Korean where <c>tesseract</c> has
    /// the data. Default true.
    /// </summary>
    public bool FindOcrLanguage { get; set; } = true;

    /// <summary>Pages and pictures recognised at the same time, over all documents. Default: one for each core.</summary>
    [Range(1, 256)]
    public int ConcurrentRecognitions { get; set; } = Environment.ProcessorCount;

    /// <summary>Pages of a PDF that are recognised because they are pictures; those after are left out with a warning. Default 2,000; 0 recognises none.</summary>
    [Range(0, 1_000_000)]
    public int MaxRecognizedPages { get; set; } = 2000;

    /// <summary>Pictures within a DOCX whose text is recognised. Default 200; 0 leaves them all out.</summary>
    [Range(0, 1000)]
    public int MaxEmbeddedPictures { get; set; } = 200;

    /// <summary>Seconds that the recognition of a page or picture may take; one that takes longer is left out. Default 60.</summary>
    [Range(1, 3600)]
    public int RecognitionSeconds { get; set; } = 60;

    /// <summary>
    /// Seconds that poppler's tools may take for a page of a PDF, to draw it or to find its text; one that takes longer is left out. Default 20
    /// (real pages take 0.02 to 0.15).
    /// </summary>
    [Range(1, 3600)]
    public int PageSeconds { get; set; } = 20;
}
