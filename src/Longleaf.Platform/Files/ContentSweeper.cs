using Longleaf.Platform.Parsing;
using Longleaf.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Longleaf.Platform.Files;

/// <summary>Deletes bytes and artefacts that no row refers to any more and nobody has open.</summary>
internal sealed partial class ContentSweeper(
    PlatformDatabase database, IBlobStore blobs, ContentLocks locks, DocumentCache cache, ILogger<ContentSweeper> logger)
{
    /// <summary>
    /// Looks at one content. Called after a row went; a content that is open then is looked at again when it is closed.
    /// What fails is logged and left to the sweep of the next start.
    /// </summary>
    public async Task SweepAsync(ContentKey key)
    {
        try
        {
            using var alone = await locks.EnterAsync(key, CancellationToken.None);
            await SweepHeldAsync(key);
        }
#pragma warning disable CA1031 // The row is gone, which is what its owner was promised; the bytes follow at the latest at the next start.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NotSwept(logger, exception);
        }
    }

    /// <summary>Looks at everything that is stored: repairs what a crash between a row and its bytes left.</summary>
    public async Task SweepAllAsync(CancellationToken cancellationToken)
    {
        // One query for each account, and one more only for what looks left over.
        foreach (var account in blobs.List().GroupBy(key => key.AccountId))
        {
            var referred = await ReferredAsync(account.Key, cancellationToken);
            foreach (var key in account)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!referred.Contains((key.Hash, null)) || blobs.Variants(key).Any(variant => !referred.Contains((key.Hash, variant))))
                {
                    await SweepAsync(key);
                }
            }
        }
    }

    /// <summary>Deletes damaged artefacts, so that they are made again. Whoever has them open keeps what is mapped.</summary>
    public async Task DiscardAsync(ArtifactKey key, Exception damage)
    {
        Log.Damaged(logger, damage, key.Content.Hash);
        using var alone = await locks.EnterAsync(key.Content, CancellationToken.None);
        blobs.DeleteArtifacts(key);
    }

    /// <summary>The latest reading that is there and whole, and its manifest; damaged ones are removed. Under the content's lock.</summary>
    public async Task<(ArtifactKey Key, DocumentManifest Manifest)?> FindLatestAsync(ArtifactKey key, CancellationToken cancellationToken)
    {
        foreach (var reading in key.Readings(blobs.Variants(key.Content)))
        {
            if (blobs.FindArtifacts(reading) is { } folder && await FindManifestAsync(reading, folder, cancellationToken) is { } manifest)
            {
                return (reading, manifest);
            }
        }

        return null;
    }

    private async Task<DocumentManifest?> FindManifestAsync(ArtifactKey key, string folder, CancellationToken cancellationToken)
    {
        try
        {
            var manifest = await DocumentManifest.ReadAsync(Path.Combine(folder, ArtifactFiles.Manifest), cancellationToken);
            if (new FileInfo(Path.Combine(folder, ArtifactFiles.Text)) is { Exists: true } text && text.Length == manifest.TextBytes
                && File.Exists(Path.Combine(folder, ArtifactFiles.Blocks)))
            {
                return manifest;
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or FileNotFoundException)
        {
            Log.Damaged(logger, exception, key.Content.Hash);
        }

        blobs.DeleteArtifacts(key);
        return null;
    }

    // The contents that an account's rows refer to, each as (hash, null) and with its variant.
    private async Task<HashSet<(string Hash, string? Variant)>> ReferredAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            context => context.Files.Where(file => file.AccountId == accountId)
                .Select(file => new { file.ContentHash, file.Variant })
                .ToListAsync(cancellationToken),
            cancellationToken);
        return [.. rows.SelectMany(row => new (string, string?)[] { (row.ContentHash, null), (row.ContentHash, row.Variant) })];
    }

    private async Task SweepHeldAsync(ContentKey key)
    {
        var rows = await database.ReadAsync(
            context => context.Files
                .Where(file => file.AccountId == key.AccountId && file.ContentHash == key.Hash)
                .Select(file => new { file.Status, file.Variant })
                .ToListAsync(),
            CancellationToken.None);

        // A file that waits to be parsed may yet use what is there.
        if (!rows.Exists(row => row.Status == FileStatus.Processing))
        {
            foreach (var variant in blobs.Variants(key).Where(variant => !rows.Exists(row => row.Variant == variant)))
            {
                var artifacts = new ArtifactKey(key, variant);
                if (cache.TryForget(artifacts, () => SweepAsync(key)))
                {
                    blobs.DeleteArtifacts(artifacts);
                }
            }
        }

        if (rows.Count == 0)
        {
            blobs.DeleteContent(key);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2100, LogLevel.Error, "Bytes that no file refers to could not be deleted; the next start tries again")]
        public static partial void NotSwept(ILogger logger, Exception exception);

        [LoggerMessage(2101, LogLevel.Warning, "Artefacts of content {Hash} are damaged and are made again")]
        public static partial void Damaged(ILogger logger, Exception exception, string hash);
    }
}
