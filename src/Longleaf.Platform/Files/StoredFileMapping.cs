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
        Failure = row is { Status: FileStatus.Error, FailureCode: { } code, FailureReason: { } reason } ? new DocumentFailure(code, reason) : null,
        Format = row.Format,
        Pages = row.Pages,
        Tokens = row.Tokens,
        Characters = row.Characters,
        Warnings = [.. WarningsOf(row)],
        Progress = row.Status == FileStatus.Processing ? progress : null,
    };

    private static IEnumerable<string> WarningsOf(FileEntity row)
    {
        if (row is { Status: FileStatus.Processed, FailureReason: { } reason })
        {
            yield return $"This text is of an earlier reading. Reading the file again failed: {reason}";
        }

        foreach (var warning in row.Warnings?.Split('\n') ?? [])
        {
            yield return warning;
        }
    }
}
