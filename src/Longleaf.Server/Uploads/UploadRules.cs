using Longleaf.Platform.Files;
using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Uploads;

/// <summary>What may be uploaded, judged by purpose, name and size (contract 1.5); the content decides later, in the reader.</summary>
internal static class UploadRules
{
    /// <summary>The most bytes of a document.</summary>
    public const long MaxDocumentBytes = 150L << 20;

    /// <summary>The most bytes of an image.</summary>
    public const long MaxImageBytes = 20L << 20;

    /// <summary>The most bytes of a batch's requests.</summary>
    public const long MaxBatchBytes = 500L << 20;

    /// <summary>The formats, as the refusal of another one lists them.</summary>
    public const string SupportedFormats = "TXT, MD, CSV, JSON, DOCX, XLSX, PDF, EPUB, MOBI, BMP, PNG, JPG, JPEG, GIF";

    private static readonly HashSet<string> Extensions =
        new(StringComparer.OrdinalIgnoreCase) { ".txt", ".md", ".csv", ".json", ".docx", ".xlsx", ".pdf", ".epub", ".mobi", ".azw", ".azw3" };

    private static readonly HashSet<string> ImageExtensions =
        new(StringComparer.OrdinalIgnoreCase) { ".bmp", ".png", ".jpg", ".jpeg", ".gif" };

    /// <summary>The most bytes of any request that uploads: the largest file and its form.</summary>
    public const long MaxRequestBytes = MaxBatchBytes + FormOverheadBytes;

    /// <summary>What a form's borders and other parts may add to the file.</summary>
    public const long FormOverheadBytes = 1 << 20;

    /// <summary>The most bytes to take of a file while its purpose may still be unknown.</summary>
    public static long MaxBytes(FilePurpose? purpose, string fileName) => purpose switch
    {
        FilePurpose.FileExtract => MaxDocumentBytesOf(fileName),
        FilePurpose.Batch => MaxBatchBytes,
        _ => IsSupported(fileName) ? MaxDocumentBytesOf(fileName) : MaxBatchBytes,
    };

    /// <summary>Why a file of that purpose and name is not taken; <see langword="null"/> if it is.</summary>
    public static ApiError? Refusal(FilePurpose? purpose, string fileName) => purpose switch
    {
        null => ApiErrors.PurposeInvalid,
        FilePurpose.FileExtract when !IsSupported(fileName) => ApiErrors.FormatNotSupported,
        _ => null,
    };

    /// <summary>Whether a document of that name may be uploaded.</summary>
    public static bool IsSupported(string fileName) => Extensions.Contains(Path.GetExtension(fileName)) || IsImage(fileName);

    private static bool IsImage(string fileName) => ImageExtensions.Contains(Path.GetExtension(fileName));

    private static long MaxDocumentBytesOf(string fileName) => IsImage(fileName) ? MaxImageBytes : MaxDocumentBytes;
}
