using Longleaf.Documents;
using Longleaf.Platform.Storage;

namespace Longleaf.Platform.Files;

/// <summary>From a row to what its owner sees.</summary>
internal static class StoredFileMapping
{
    public static StoredFile ToStoredFile(this FileEntity row, ReaderEvent.Progress? progress) => new()
    {
        Id = row.Id,
        Sequence = row.Sequence,
        ContentMd5 = row.ContentMd5,
        Description = row.Description,
        AccountId = row.AccountId,
        KeyId = row.KeyId,
        Bytes = row.Bytes,
        FileName = row.FileName,
        Purpose = row.Purpose,
        Status = row.Status,
        CreatedAt = row.CreatedAt,
        Failure = row.Status == FileStatus.Error ? FailureOf(row) : null,
        ReparseFailure = row.Status == FileStatus.Processed ? FailureOf(row) : null,
        Format = row.Format,
        Pages = row.Pages,
        Tokens = row.Tokens,
        Characters = row.Characters,
        Warnings = [.. WarningsOf(row)],
        Progress = row.Status == FileStatus.Processing ? progress : null,
    };

    private static DocumentFailure? FailureOf(FileEntity row) =>
        row is { FailureCode: { } code, FailureReason: { } reason } ? new DocumentFailure(code, reason) : null;

    private static IEnumerable<string> WarningsOf(FileEntity row)
    {
        if (row.Status == FileStatus.Processed && FailureOf(row) is { } failure)
        {
            yield return $"This text is of an earlier reading. Reading the file again failed: {failure.Reason}";
        }

        foreach (var warning in row.Warnings?.Split('\n') ?? [])
        {
            yield return warning;
        }
    }
}
