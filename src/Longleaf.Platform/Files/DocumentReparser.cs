using Longleaf.Documents;
using Longleaf.Platform.Parsing;
using Longleaf.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Longleaf.Platform.Files;

/// <summary>Marks rows; the scan for files that wait to be parsed finds them, in this process or in the server's.</summary>
internal sealed class DocumentReparser(PlatformDatabase database, DataFolder folder, IDocumentReader reader) : IDocumentReparser
{
    // What SQLite takes in one statement is far more; a command line is not.
    private const int IdsAtOnce = 500;

    public bool IsServed => folder.IsHeld;

    public async Task<IReadOnlyList<string>> AskAsync(IReadOnlyList<string> fileIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fileIds);
        return await database.WriteAsync(
            async context =>
            {
                var unknown = fileIds.ToHashSet(StringComparer.Ordinal);
                foreach (var some in fileIds.Chunk(IdsAtOnce))
                {
                    unknown.ExceptWith(await Documents(context).Where(file => some.Contains(file.Id)).Select(file => file.Id).ToListAsync(cancellationToken));
                }

                foreach (var some in unknown.Count > 0 ? [] : fileIds.Chunk(IdsAtOnce))
                {
                    await MarkAsync(Documents(context).Where(file => some.Contains(file.Id)), ReparseReason.Asked, cancellationToken);
                }

                return unknown.ToList();
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<string>> AskAllAsync(bool outdatedOnly, CancellationToken cancellationToken) => await database.WriteAsync(
        async context =>
        {
            var wanted = outdatedOnly
                ? Documents(context).Where(file => file.Status != FileStatus.Processing && (file.ReaderVersion == null || file.ReaderVersion != reader.Version))
                : Documents(context);
            var ids = await wanted.OrderBy(file => file.Sequence).Select(file => file.Id).ToListAsync(cancellationToken);
            await MarkAsync(wanted, ReparseReason.Asked, cancellationToken);
            return ids;
        },
        cancellationToken);

    public async Task<IReadOnlySet<string>> FindWaitingAsync(CancellationToken cancellationToken) => await database.ReadAsync(
        context => context.Files.Where(file => file.Reparse != null).Select(file => file.Id).ToHashSetAsync(cancellationToken), cancellationToken);

    public async Task<StoredFile?> FindAsync(string fileId, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            context => Documents(context).AsNoTracking().SingleOrDefaultAsync(file => file.Id == fileId, cancellationToken), cancellationToken);
        return row?.ToStoredFile(null);
    }

    /// <summary>Whether another version of the reader read a document last, and nobody has it read again yet.</summary>
    public bool IsOutdated(FileEntity row) =>
        row is { Purpose: FilePurpose.FileExtract, Status: not FileStatus.Processing, Reparse: null } && row.ReaderVersion != reader.Version;

    /// <summary>Has an outdated document read again when there is nothing else to do.</summary>
    public Task<bool> MarkOutdatedAsync(string fileId, CancellationToken cancellationToken) => database.WriteAsync(
        async context => await MarkAsync(
            Documents(context).Where(file => file.Id == fileId && file.Reparse == null && file.Status != FileStatus.Processing),
            ReparseReason.Outdated,
            cancellationToken) == 1,
        cancellationToken);

    private static IQueryable<FileEntity> Documents(PlatformContext context) => context.Files.Where(file => file.Purpose == FilePurpose.FileExtract);

    private static Task<int> MarkAsync(IQueryable<FileEntity> files, ReparseReason reason, CancellationToken cancellationToken) => files.ExecuteUpdateAsync(
        file => file
            .SetProperty(row => row.Reparse, reason)
            .SetProperty(row => row.FailedAttempts, 0)
            .SetProperty(row => row.NotBefore, (DateTimeOffset?)null),
        cancellationToken);
}
