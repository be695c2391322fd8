using Longleaf.Documents;
using Longleaf.Platform.Accounts;
using Longleaf.Platform.Cluster;
using Longleaf.Platform.Parsing;
using Longleaf.Platform.Storage;
using Longleaf.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Longleaf.Platform.Files;

/// <summary>Files in the database and the blob store. Every query names the account.</summary>
internal sealed partial class FileStore(
    PlatformDatabase database,
    FileIntake intake,
    IBlobStore blobs,
    DocumentCache cache,
    ContentSweeper sweeper,
    ParseProgress running,
    ClusterProgress progress,
    DocumentReparser reparser,
    SiloHost silo,
    ILogger<FileStore> logger) : IFileStore
{
    private const int MaxLimit = 2000;

    // How often a row is looked at again whose artefacts were replaced between the look and their opening.
    private const int MaxAttempts = 3;

    public Task<UploadOutcome> UploadAsync(Principal principal, FileUpload upload, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(upload);
        return intake.TakeAsync(principal, upload, cancellationToken);
    }

    public async Task<StoredFile?> FindAsync(Principal principal, string fileId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(principal);
        var row = await FindRowAsync(principal, fileId, cancellationToken);
        return row is null ? null : row.ToStoredFile(await progress.FindAsync(row, cancellationToken));
    }

    public async Task<StoredFile?> UseAsync(Principal principal, string fileId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(principal);
        var row = await FindRowAsync(principal, fileId, cancellationToken);
        if (row is not null && reparser.IsOutdated(row))
        {
            await RenewAsync(row, cancellationToken);
        }

        return row?.ToStoredFile(null);
    }

    public async Task<FilePage> ListAsync(Principal principal, FileQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(query);
        var limit = Math.Clamp(query.Limit, 1, MaxLimit);
        var rows = await database.ReadAsync(
            async context =>
            {
                var files = Filtered(context, principal, query);
                if (query.After is { } after)
                {
                    var last = await context.Files
                        .Where(file => file.AccountId == principal.AccountId && file.Id == after)
                        .Select(file => new { file.CreatedAt, file.Sequence })
                        .SingleOrDefaultAsync(cancellationToken);
                    if (last is null)
                    {
                        return [];
                    }

                    files = query.Ascending
                        ? files.Where(file => file.CreatedAt > last.CreatedAt || (file.CreatedAt == last.CreatedAt && file.Sequence > last.Sequence))
                        : files.Where(file => file.CreatedAt < last.CreatedAt || (file.CreatedAt == last.CreatedAt && file.Sequence < last.Sequence));
                }

                files = query.Ascending
                    ? files.OrderBy(file => file.CreatedAt).ThenBy(file => file.Sequence)
                    : files.OrderByDescending(file => file.CreatedAt).ThenByDescending(file => file.Sequence);
                return await files.AsNoTracking().Skip(query.Skip).Take(limit + 1).ToListAsync(cancellationToken);
            },
            cancellationToken);
        return new FilePage([.. rows.Take(limit).Select(row => row.ToStoredFile(progress.Own(row)))], rows.Count > limit);
    }

    public Task<int> CountAsync(Principal principal, FileQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(query);
        return database.ReadAsync(context => Filtered(context, principal, query).CountAsync(cancellationToken), cancellationToken);
    }

    public async Task<bool> DeleteAsync(Principal principal, string fileId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(principal);
        var content = await database.WriteAsync(
            async context =>
            {
                var mine = context.Files.Where(file => file.AccountId == principal.AccountId && file.Id == fileId);
                var found = await mine.Select(file => new { file.Bytes, file.ContentHash }).SingleOrDefaultAsync(cancellationToken);
                if (found is null)
                {
                    return (ContentKey?)null;
                }

                await mine.ExecuteDeleteAsync(cancellationToken);
                await context.Accounts.Where(account => account.Id == principal.AccountId).ExecuteUpdateAsync(
                    account => account
                        .SetProperty(row => row.FileCount, row => row.FileCount - 1)
                        .SetProperty(row => row.FileBytes, row => row.FileBytes - found.Bytes),
                    cancellationToken);
                return new ContentKey(principal.AccountId, found.ContentHash);
            },
            cancellationToken);
        if (content is not { } key)
        {
            return false;
        }

        running.Cancel(fileId);
        await sweeper.SweepAsync(key);
        return true;
    }

    public async Task<Stream?> OpenContentAsync(Principal principal, string fileId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(principal);
        for (var attempt = 1; ; attempt++)
        {
            if (await FindRowAsync(principal, fileId, cancellationToken) is not { Status: FileStatus.Processed } row)
            {
                return null;
            }

            try
            {
                return new FileStream(ContentPath(row), new FileStreamOptions
                {
                    Mode = FileMode.Open,
                    Access = FileAccess.Read,
                    Share = FileShare.Read | FileShare.Delete,
                    Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                    BufferSize = 0,
                });
            }
            catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
            {
                // Deleted between the query and here; or read again, and the row says where the new text is.
                if (attempt == MaxAttempts)
                {
                    return null;
                }
            }
        }
    }

    private string ContentPath(FileEntity row)
    {
        var content = new ContentKey(row.AccountId, row.ContentHash);
        return row.Variant is { } variant
            ? Path.Combine(blobs.FindArtifacts(new ArtifactKey(content, variant)) ?? "", ArtifactFiles.Text)
            : blobs.ContentPath(content);
    }

    public async Task<IReadOnlyList<OpenDocument?>> OpenDocumentsAsync(
        Principal principal, IReadOnlyList<string> fileIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(fileIds);
        var rows = await database.ReadAsync(
            context => context.Files.AsNoTracking()
                .Where(file => file.AccountId == principal.AccountId && fileIds.Contains(file.Id)
                    && file.Status == FileStatus.Processed && file.Variant != null)
                .ToDictionaryAsync(file => file.Id, StringComparer.Ordinal, cancellationToken),
            cancellationToken);
        var opened = new OpenDocument?[fileIds.Count];
        try
        {
            for (var index = 0; index < opened.Length; index++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                opened[index] = await OpenAsync(rows.GetValueOrDefault(fileIds[index]));
            }

            return opened;
        }
        catch (Exception)
        {
            foreach (var document in opened)
            {
                document?.Dispose();
            }

            throw;
        }
    }

    private async Task<OpenDocument?> OpenAsync(FileEntity? row)
    {
        for (var attempt = 1; row is { Status: FileStatus.Processed, Variant: not null } && attempt <= MaxAttempts; attempt++)
        {
            var key = new ArtifactKey(new ContentKey(row.AccountId, row.ContentHash), row.Variant);
            try
            {
                var (artifacts, release) = await cache.OpenAsync(key);
                var document = new ReadableDocument
                {
                    Id = row.Id,
                    Name = row.FileName,
                    Info = artifacts.Info,
                    Text = artifacts.Text,
                    Blocks = artifacts.Blocks,
                    Segment = artifacts.Segment,
                };
                return new OpenDocument(document, release);
            }
            catch (Exception exception) when (exception is InvalidDataException or FileNotFoundException or DirectoryNotFoundException)
            {
                // Damaged on disk: then the row still says the same, and its bytes are read again.
                if (await RequeueAsync(row))
                {
                    await sweeper.DiscardAsync(key, exception);
                    silo.Wake(row.Id);
                    return null;
                }

                // Deleted meanwhile; or read again, and the row says where the new text is.
                var id = row.Id;
                row = await database.ReadAsync(
                    context => context.Files.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id), CancellationToken.None);
            }
        }

        return null;
    }

    // That there is no newer text yet is no reason not to answer with the one there is.
    private async Task RenewAsync(FileEntity row, CancellationToken cancellationToken)
    {
        try
        {
            if (await reparser.MarkOutdatedAsync(row.Id, cancellationToken))
            {
                silo.Wake(row.Id);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // A full disk, a database that is locked: the next use tries again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NotMarked(logger, exception, row.Id);
        }
    }

    private Task<bool> RequeueAsync(FileEntity row) => database.WriteAsync(
        async context => await context.Files
            .Where(file => file.Id == row.Id && file.Status == FileStatus.Processed && file.Variant == row.Variant)
            .ExecuteUpdateAsync(
                file => file
                    .SetProperty(found => found.Status, FileStatus.Processing)
                    .SetProperty(found => found.Variant, (string?)null)
                    .SetProperty(found => found.Format, (DocumentFormat?)null)
                    .SetProperty(found => found.Pages, (int?)null)
                    .SetProperty(found => found.Tokens, (long?)null)
                    .SetProperty(found => found.Characters, (long?)null)
                    .SetProperty(found => found.Warnings, (string?)null)
                    .SetProperty(found => found.FailureCode, (DocumentFailureCode?)null)
                    .SetProperty(found => found.FailureReason, (string?)null)) == 1,
        CancellationToken.None);

    private Task<FileEntity?> FindRowAsync(Principal principal, string fileId, CancellationToken cancellationToken) => database.ReadAsync(
        context => context.Files.AsNoTracking()
            .SingleOrDefaultAsync(file => file.AccountId == principal.AccountId && file.Id == fileId, cancellationToken),
        cancellationToken);

    private static IQueryable<FileEntity> Filtered(PlatformContext context, Principal principal, FileQuery query)
    {
        var files = context.Files.Where(file => file.AccountId == principal.AccountId);
        if (query.Purpose is { } purpose)
        {
            files = files.Where(file => file.Purpose == purpose);
        }

        if (query.CreatedAfter is { } after)
        {
            files = files.Where(file => file.CreatedAt > after);
        }

        if (query.CreatedBefore is { } before)
        {
            files = files.Where(file => file.CreatedAt < before);
        }

        return files;
    }

    private static partial class Log
    {
        [LoggerMessage(2600, LogLevel.Warning, "File {FileId} was read by another version of the reader, and cannot be marked to be read again")]
        public static partial void NotMarked(ILogger logger, Exception exception, string fileId);
    }
}
