namespace Longleaf.Platform.Storage;

/// <summary>
/// Contents and artefacts in a folder: <c>blobs/&lt;account&gt;/&lt;first two digits&gt;/&lt;hash&gt;/</c> holds <c>original</c>
/// and a folder for each variant.
/// </summary>
internal sealed class FolderBlobStore(DataFolder folder) : IBlobStore
{
    private const string Original = "original";

    public long FreeBytes => new DriveInfo(folder.Root).AvailableFreeSpace;

    public void ClearStaging()
    {
        if (Directory.Exists(folder.Staging))
        {
            Directory.Delete(folder.Staging, recursive: true);
        }

        Directory.CreateDirectory(folder.Staging);
    }

    public StagedFile StageFile() => new(NewStagingPath());

    public StagedFolder StageFolder() => new(NewStagingPath());

    public Task CommitContentAsync(ContentKey key, StagedFile staged) => Task.Run(async () =>
    {
        staged.Stream.Flush(flushToDisk: true);
        await staged.Stream.DisposeAsync();
        var target = FolderOf(key);
        Durability.CreateFolder(target);
        File.Move(staged.Path, Path.Combine(target, Original), overwrite: true);
        Durability.SyncFolder(target);
    });

    public Task CommitArtifactsAsync(ArtifactKey key, StagedFolder staged) => Task.Run(() =>
    {
        foreach (var path in Directory.EnumerateFiles(staged.Path))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
            file.Flush(flushToDisk: true);
        }

        Durability.SyncFolder(staged.Path);
        var target = FolderOf(key);
        Durability.CreateFolder(Path.GetDirectoryName(target)!);
        Remove(target);
        Directory.Move(staged.Path, target);
        Durability.SyncFolder(Path.GetDirectoryName(target)!);
    });

    public string ContentPath(ContentKey key) => Path.Combine(FolderOf(key), Original);

    public string? FindArtifacts(ArtifactKey key)
    {
        var path = FolderOf(key);
        return Directory.Exists(path) ? path : null;
    }

    public void DeleteContent(ContentKey key)
    {
        if (Directory.Exists(FolderOf(key)))
        {
            File.Delete(ContentPath(key));
            RemoveIfEmpty(FolderOf(key));
        }
    }

    public void DeleteArtifacts(ArtifactKey key)
    {
        Remove(FolderOf(key));
        RemoveIfEmpty(FolderOf(key.Content));
    }

    public IReadOnlyList<string> Variants(ContentKey key) =>
        Directory.Exists(FolderOf(key)) ? [.. Directory.EnumerateDirectories(FolderOf(key)).Select(path => Path.GetFileName(path))] : [];

    public IEnumerable<ContentKey> List()
    {
        if (!Directory.Exists(folder.Blobs))
        {
            yield break;
        }

        foreach (var account in Directory.EnumerateDirectories(folder.Blobs))
        {
            if (!Guid.TryParseExact(Path.GetFileName(account), "N", out var accountId))
            {
                continue;
            }

            foreach (var content in Directory.EnumerateDirectories(account).SelectMany(Directory.EnumerateDirectories))
            {
                yield return new ContentKey(accountId, Path.GetFileName(content));
            }
        }
    }

    private string FolderOf(ContentKey key) => Path.Combine(folder.Blobs, key.AccountId.ToString("N"), key.Hash[..2], key.Hash);

    private string FolderOf(ArtifactKey key) => Path.Combine(FolderOf(key.Content), key.Variant);

    private string NewStagingPath() => Path.Combine(folder.Staging, Guid.NewGuid().ToString("N"));

    // Out of the way in one step, then file by file: a crash between leaves a staged leftover, never half a folder in place.
    private void Remove(string path)
    {
        if (Directory.Exists(path))
        {
            var aside = NewStagingPath();
            Directory.Move(path, aside);
            Directory.Delete(aside, recursive: true);
        }
    }

    private static void RemoveIfEmpty(string path)
    {
        if (Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any())
        {
            Directory.Delete(path);
        }
    }
}
