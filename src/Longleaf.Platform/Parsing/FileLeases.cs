using Longleaf.Documents;
using Longleaf.Platform.Files;
using Longleaf.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Longleaf.Platform.Parsing;

/// <summary>
/// Who parses which file, in the database. Every change is one UPDATE that names the generation and the owner it expects, so
/// that a process which lost its lease, or whose file was deleted, changes nothing. A file that is read again keeps its status, and
/// the text it has, until the result is published.
/// </summary>
internal sealed class FileLeases(PlatformDatabase database, TimeProvider time)
{
    /// <summary>How long a lease holds without renewal.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(60);

    /// <summary>This process: a process that is started again is another owner.</summary>
    private readonly Guid _owner = Guid.NewGuid();

    /// <summary>What there is to parse in a file; <see langword="null"/> if it is not waiting to be parsed now.</summary>
    public Task<ParseJob?> FindJobAsync(string fileId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database.ReadAsync(
            context => Waiting(context, now)
                .Where(file => file.Id == fileId)
                .Select(file => new ParseJob(
                    file.Id, file.FileName, new ContentKey(file.AccountId, file.ContentHash), file.Status != FileStatus.Processing))
                .SingleOrDefaultAsync(cancellationToken),
            cancellationToken);
    }

    /// <summary>Files that wait to be parsed, longest first; after them those to be read again, first what somebody asked for.</summary>
    public Task<List<string>> FindWaitingAsync(int most, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database.ReadAsync(
            async context =>
            {
                // Two queries, each with its index: of one with an "or" SQLite makes a walk through the table, every two seconds.
                var waiting = await Ready(context.Files.Where(file => file.Status == FileStatus.Processing), now)
                    .OrderBy(file => file.Sequence)
                    .Select(file => file.Id)
                    .Take(most)
                    .ToListAsync(cancellationToken);
                waiting.AddRange(await Ready(context.Files.Where(file => file.Reparse != null && file.Status != FileStatus.Processing), now)
                    .OrderBy(file => file.Reparse != ReparseReason.Asked)
                    .ThenBy(file => file.Sequence)
                    .Select(file => file.Id)
                    .Take(most - waiting.Count)
                    .ToListAsync(cancellationToken));
                return waiting;
            },
            cancellationToken);
    }

    /// <summary>Takes a file that is waiting; <see langword="null"/> if it is not.</summary>
    public Task<FileLease?> AcquireAsync(string fileId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database.WriteAsync(
            async context =>
            {
                var taken = await Waiting(context, now).Where(file => file.Id == fileId).ExecuteUpdateAsync(
                    file => file
                        .SetProperty(row => row.LeaseOwner, _owner)
                        .SetProperty(row => row.LeaseUntil, now + Duration)
                        .SetProperty(row => row.Generation, row => row.Generation + 1),
                    cancellationToken);
                return taken == 0
                    ? null
                    : await context.Files.Where(file => file.Id == fileId)
                        .Select(file => new FileLease(file.Id, file.Generation, file.FailedAttempts)
                        {
                            Content = new ContentKey(file.AccountId, file.ContentHash),
                            Status = file.Status,
                            Reparse = file.Reparse,
                            Variant = file.Variant,
                        })
                        .SingleAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Holds on to a lease; <see langword="false"/> if it is lost.</summary>
    public Task<bool> RenewAsync(FileLease lease, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + Duration;
        return UpdateAsync(lease, file => file.SetProperty(row => row.LeaseUntil, until), cancellationToken);
    }

    /// <summary>
    /// Makes the file <see cref="FileStatus.Processed"/>, and has the account's other files with the artefacts it had follow;
    /// <see langword="false"/> if the lease is lost.
    /// </summary>
    public Task<bool> PublishAsync(FileLease lease, string variant, DocumentManifest manifest, CancellationToken cancellationToken) => database.WriteAsync(
        async context =>
        {
            if (await Held(context, lease).ExecuteUpdateAsync(
                file =>
                {
                    SetResult(file, variant, manifest);
                    EndLease(file);
                },
                cancellationToken) == 0)
            {
                return false;
            }

            if (lease.Variant is not null)
            {
                await context.Files
                    .Where(file => file.AccountId == lease.Content.AccountId && file.ContentHash == lease.Content.Hash
                        && file.Variant == lease.Variant && file.LeaseOwner == null)
                    .ExecuteUpdateAsync(file => SetResult(file, variant, manifest), cancellationToken);
            }

            return true;
        },
        cancellationToken);

    /// <summary>
    /// Makes the file <see cref="FileStatus.Error"/>, unless it has a text from before: that is kept, with the reason why there is no
    /// newer one. <see langword="false"/> if the lease is lost.
    /// </summary>
    public Task<bool> FailAsync(FileLease lease, DocumentFailure failure, string readerVersion, CancellationToken cancellationToken) => UpdateAsync(
        lease,
        file =>
        {
            file.SetProperty(row => row.Status, lease.Status == FileStatus.Processed ? FileStatus.Processed : FileStatus.Error)
                .SetProperty(row => row.FailureCode, failure.Code)
                .SetProperty(row => row.FailureReason, failure.Reason)
                .SetProperty(row => row.ReaderVersion, readerVersion)
                .SetProperty(row => row.Reparse, (ReparseReason?)null);
            EndLease(file);
        },
        cancellationToken);

    /// <summary>Gives a file back, to be parsed again.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="failedAttempts">What to count from now on.</param>
    /// <param name="delay">Not before that has passed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<bool> ReleaseAsync(FileLease lease, int failedAttempts, TimeSpan delay, CancellationToken cancellationToken)
    {
        DateTimeOffset? notBefore = delay > TimeSpan.Zero ? time.GetUtcNow() + delay : null;
        return UpdateAsync(
            lease,
            file =>
            {
                file.SetProperty(row => row.FailedAttempts, failedAttempts).SetProperty(row => row.NotBefore, notBefore);
                EndLease(file);
            },
            cancellationToken);
    }

    /// <summary>Ends the leases of processes that are gone. Only while the data folder is this process's alone.</summary>
    public Task<int> VoidOthersAsync(CancellationToken cancellationToken) => database.WriteAsync(
        context => context.Files
            .Where(file => (file.Status == FileStatus.Processing || file.Reparse != null) && file.LeaseOwner != null && file.LeaseOwner != _owner)
            .ExecuteUpdateAsync(EndLease, cancellationToken),
        cancellationToken);

    private static IQueryable<FileEntity> Waiting(PlatformContext context, DateTimeOffset now) =>
        Ready(context.Files.Where(file => file.Status == FileStatus.Processing || file.Reparse != null), now);

    private static IQueryable<FileEntity> Ready(IQueryable<FileEntity> files, DateTimeOffset now) => files.Where(file =>
        (file.NotBefore == null || file.NotBefore <= now)
        && (file.LeaseOwner == null || file.LeaseUntil < now));

    private IQueryable<FileEntity> Held(PlatformContext context, FileLease lease) =>
        context.Files.Where(file => file.Id == lease.FileId && file.Generation == lease.Generation && file.LeaseOwner == _owner);

    private Task<bool> UpdateAsync(FileLease lease, Action<UpdateSettersBuilder<FileEntity>> change, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async context => await Held(context, lease).ExecuteUpdateAsync(change, cancellationToken) == 1,
            cancellationToken);

    private static void EndLease(UpdateSettersBuilder<FileEntity> file) => file
        .SetProperty(row => row.LeaseOwner, (Guid?)null)
        .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null);

    private static void SetResult(UpdateSettersBuilder<FileEntity> file, string variant, DocumentManifest manifest) => file
        .SetProperty(row => row.Status, FileStatus.Processed)
        .SetProperty(row => row.FailureCode, (DocumentFailureCode?)null)
        .SetProperty(row => row.FailureReason, (string?)null)
        .SetProperty(row => row.Variant, variant)
        .SetProperty(row => row.Format, manifest.Info.Format)
        .SetProperty(row => row.Pages, manifest.Info.Pages)
        .SetProperty(row => row.Tokens, manifest.Tokens)
        .SetProperty(row => row.Characters, manifest.Characters)
        .SetProperty(row => row.Warnings, manifest.WarningLines)
        .SetProperty(row => row.ReaderVersion, manifest.ReaderVersion)
        .SetProperty(row => row.Reparse, (ReparseReason?)null)
        .SetProperty(row => row.FailedAttempts, 0)
        .SetProperty(row => row.NotBefore, (DateTimeOffset?)null);
}
