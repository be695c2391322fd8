using Longleaf.Documents;
using Longleaf.Platform.Storage;

namespace Longleaf.Platform.Files;

/// <summary>From a row to what its owner sees.</summary>
internal static class StoredFileMapping
{
    public static StoredFile ToStoredFile(this FileEntity row, ReaderEvent.Progress? progress) => new()
    {
        Id = row.Id,
        Bytes = row.Bytes,
        FileName = row.FileName,
        Purpose = row.Purpose,
        Status = row.Status,
        CreatedAt = row.CreatedAt,
        Failure = row is { FailureCode: { } code, FailureReason: { } reason } ? new DocumentFailure(code, reason) : null,
        Format = row.Format,
        Pages = row.Pages,
        Tokens = row.Tokens,
        Characters = row.Characters,
        Progress = row.Status == FileStatus.Processing ? progress : null,
    };
}
