using Longleaf.Documents;
using Longleaf.Platform.Files;
using Longleaf.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Longleaf.Platform.Parsing;

/// <summary>
/// Who parses which file, in the database. Every change is one UPDATE that names the generation and the status it expects, so
/// that a process which lost its lease, or whose file was deleted, changes nothing.
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
                .Select(file => new ParseJob(file.Id, file.FileName, new ContentKey(file.AccountId, file.ContentHash)))
                .SingleOrDefaultAsync(cancellationToken),
            cancellationToken);
    }

    /// <summary>Files that wait to be parsed, longest first.</summary>
    public Task<List<string>> FindWaitingAsync(int most, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database.ReadAsync(
            context => Waiting(context, now).OrderBy(file => file.Sequence).Select(file => file.Id).Take(most).ToListAsync(cancellationToken),
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
                        .Select(file => new FileLease(file.Id, file.Generation, file.FailedAttempts))
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

    /// <summary>Makes the file <see cref="FileStatus.Processed"/>; <see langword="false"/> if the lease is lost.</summary>
    public Task<bool> PublishAsync(FileLease lease, string variant, DocumentManifest manifest, CancellationToken cancellationToken) => UpdateAsync(
        lease,
        file => file
            .SetProperty(row => row.Status, FileStatus.Processed)
            .SetProperty(row => row.Variant, variant)
            .SetProperty(row => row.Format, manifest.Info.Format)
            .SetProperty(row => row.Pages, manifest.Info.Pages)
            .SetProperty(row => row.Tokens, manifest.Tokens)
            .SetProperty(row => row.Characters, manifest.Characters)
            .SetProperty(row => row.LeaseOwner, (Guid?)null)
            .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null),
        cancellationToken);

    /// <summary>Makes the file <see cref="FileStatus.Error"/>; <see langword="false"/> if the lease is lost.</summary>
    public Task<bool> FailAsync(FileLease lease, DocumentFailure failure, CancellationToken cancellationToken) => UpdateAsync(
        lease,
        file => file
            .SetProperty(row => row.Status, FileStatus.Error)
            .SetProperty(row => row.FailureCode, failure.Code)
            .SetProperty(row => row.FailureReason, failure.Reason)
            .SetProperty(row => row.LeaseOwner, (Guid?)null)
            .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null),
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
            file => file
                .SetProperty(row => row.LeaseOwner, (Guid?)null)
                .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null)
                .SetProperty(row => row.FailedAttempts, failedAttempts)
                .SetProperty(row => row.NotBefore, notBefore),
            cancellationToken);
    }

    /// <summary>Ends the leases of processes that are gone. Only while the data folder is this process's alone.</summary>
    public Task<int> VoidOthersAsync(CancellationToken cancellationToken) => database.WriteAsync(
        context => context.Files.Where(file => file.Status == FileStatus.Processing && file.LeaseOwner != null && file.LeaseOwner != _owner).ExecuteUpdateAsync(
            file => file.SetProperty(row => row.LeaseOwner, (Guid?)null).SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null),
            cancellationToken),
        cancellationToken);

    private static IQueryable<FileEntity> Waiting(PlatformContext context, DateTimeOffset now) => context.Files.Where(file =>
        file.Status == FileStatus.Processing
        && (file.NotBefore == null || file.NotBefore <= now)
        && (file.LeaseOwner == null || file.LeaseUntil < now));

    private Task<bool> UpdateAsync(FileLease lease, Action<UpdateSettersBuilder<FileEntity>> change, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async context => await context.Files
                .Where(file => file.Id == lease.FileId && file.Generation == lease.Generation && file.Status == FileStatus.Processing)
                .ExecuteUpdateAsync(change, cancellationToken) == 1,
            cancellationToken);
}
