using Longleaf.Documents;
using Longleaf.Platform.Accounts;
using Longleaf.Platform.Cluster;
using Longleaf.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Longleaf.Platform.Files;

/// <summary>Takes uploads in.</summary>
internal sealed partial class FileIntake(
    PlatformDatabase database,
    IBlobStore blobs,
    ContentLocks locks,
    ContentSweeper sweeper,
    FreeSpace space,
    UploadReceiver receiver,
    IDocumentReader reader,
    SiloHost silo,
    IOptions<PlatformOptions> options,
    TimeProvider time,
    ILogger<FileIntake> logger)
{
    /// <summary>
    /// Takes a file: (1) refuse early what is known to be too much, (2) stream it to a staged file, (3) put it in place,
    /// (4) write the row and the account's counters in one transaction, (5) have it parsed. A sender that breaks off before
    /// (3) leaves nothing; a crash between (3) and (4) leaves bytes that the sweep at the next start finds.
    /// </summary>
    public async Task<UploadOutcome> TakeAsync(Principal principal, FileUpload upload, CancellationToken cancellationToken)
    {
        try
        {
            // :: 1: early
            var declared = upload.DeclaredBytes ?? 0;
            if (declared > upload.MaxBytes)
            {
                return new UploadOutcome.TooLarge();
            }

            var (files, bytes) = await UsedAsync(principal, cancellationToken);
            if (Refusal(files, bytes, declared) is { } refusal)
            {
                return refusal;
            }

            if (!space.HasRoomFor(declared))
            {
                return Full();
            }

            // :: 2: the bytes
            await using var staged = blobs.StageFile();
            var reception = await receiver.ReceiveAsync(upload, options.Value.MaxBytesPerAccount - bytes, staged, cancellationToken);
            if (reception.Refusal is not null)
            {
                return reception.Refusal is UploadOutcome.StorageFull ? Full() : reception.Refusal;
            }

            if (await upload.FindPurposeAsync(cancellationToken) is not { } purpose)
            {
                return new UploadOutcome.Refused();
            }

            return await KeepAsync(principal, upload, purpose, reception, staged);
        }
        catch (Exception exception) when (DiskFull.Is(exception))
        {
            return Full();
        }
    }

    // From here on it is done to the end, whether the sender still waits or not.
    private async Task<UploadOutcome> KeepAsync(
        Principal principal, FileUpload upload, FilePurpose purpose, Reception reception, StagedFile staged)
    {
        var content = new ContentKey(principal.AccountId, reception.Hash);
        FileEntity? row = null;
        try
        {
            using var alone = await locks.EnterAsync(content, CancellationToken.None);

            // :: 3: in place
            await blobs.CommitContentAsync(content, staged);

            // :: 4: the row
            (row, var refusal) = await WriteRowAsync(principal, upload, purpose, reception, content);
            if (row is null)
            {
                return refusal!;
            }
        }
        finally
        {
            if (row is null)
            {
                await sweeper.SweepAsync(content);
            }
        }

        // :: 5: parsing
        if (row.Status == FileStatus.Processing)
        {
            silo.Wake(row.Id);
        }

        return new UploadOutcome.Accepted(row.ToStoredFile(null));
    }

    private async Task<(FileEntity? Row, UploadOutcome? Refusal)> WriteRowAsync(
        Principal principal, FileUpload upload, FilePurpose purpose, Reception reception, ContentKey content)
    {
        var found = purpose == FilePurpose.FileExtract
            ? await sweeper.FindLatestAsync(ArtifactKey.For(content, reader.Version, upload.FileName), CancellationToken.None)
            : null;
        var known = found?.Manifest;
        return await database.WriteAsync(
            async context =>
            {
                var (maxFiles, maxBytes) = (options.Value.MaxFilesPerAccount, options.Value.MaxBytesPerAccount);
                var counted = await context.Accounts
                    .Where(account => account.Id == principal.AccountId
                        && account.FileCount + 1 <= maxFiles && account.FileBytes + reception.Bytes <= maxBytes)
                    .ExecuteUpdateAsync(account => account
                        .SetProperty(counters => counters.FileCount, counters => counters.FileCount + 1)
                        .SetProperty(counters => counters.FileBytes, counters => counters.FileBytes + reception.Bytes));
                if (counted == 0)
                {
                    var used = await context.Accounts.Where(account => account.Id == principal.AccountId)
                        .Select(account => new { account.FileCount, account.FileBytes }).SingleAsync();
                    return ((FileEntity?)null, Refusal(used.FileCount, used.FileBytes, reception.Bytes));
                }

                var row = new FileEntity
                {
                    Id = FileIds.Create(purpose),
                    AccountId = principal.AccountId,
                    FileName = upload.FileName,
                    Description = upload.FindDescription(),
                    KeyId = principal.KeyId,
                    Purpose = purpose,
                    Bytes = reception.Bytes,
                    ContentHash = reception.Hash,
                    ContentMd5 = reception.Md5,
                    Status = purpose == FilePurpose.Batch || known is not null ? FileStatus.Processed : FileStatus.Processing,
                    CreatedAt = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds()),
                    Variant = found?.Key.Variant,
                    ReaderVersion = known is null ? null : reader.Version,
                    Warnings = known?.WarningLines,
                    Format = known?.Info.Format,
                    Pages = known?.Info.Pages,
                    Tokens = known?.Tokens,
                    Characters = known?.Characters,
                };
                context.Files.Add(row);
                await context.SaveChangesAsync();
                return (row, null);
            },
            CancellationToken.None);
    }

    private async Task<(long Files, long Bytes)> UsedAsync(Principal principal, CancellationToken cancellationToken)
    {
        var used = await database.ReadAsync(
            context => context.Accounts.Where(account => account.Id == principal.AccountId)
                .Select(account => new { account.FileCount, account.FileBytes }).SingleAsync(cancellationToken),
            cancellationToken);
        return (used.FileCount, used.FileBytes);
    }

    private UploadOutcome? Refusal(long files, long bytes, long more) =>
        files + 1 > options.Value.MaxFilesPerAccount ? new UploadOutcome.TooManyFiles()
        : bytes + more > options.Value.MaxBytesPerAccount ? new UploadOutcome.QuotaExceeded()
        : null;

    private UploadOutcome.StorageFull Full()
    {
        Log.StorageFull(logger, blobs.FreeBytes >> 20, options.Value.MinFreeBytes >> 20);
        return new UploadOutcome.StorageFull();
    }

    private static partial class Log
    {
        [LoggerMessage(
            2300,
            LogLevel.Error,
            "An upload was refused because the disk is too full: {Free} MiB are free, {MinFree} MiB stay free (Platform:MinFreeBytes)")]
        public static partial void StorageFull(ILogger logger, long free, long minFree);
    }
}
