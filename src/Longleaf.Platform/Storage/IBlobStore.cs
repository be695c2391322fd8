namespace Longleaf.Platform.Storage;

/// <summary>
/// Keeps contents and artefacts. Everything is staged first and committed whole: when a commit returns, it is on disk;
/// when the process dies before, nothing is there. Callers order commits and deletions of one content by <see cref="ContentLocks"/>.
/// </summary>
internal interface IBlobStore
{
    /// <summary>Bytes that the disk still takes.</summary>
    long FreeBytes { get; }

    /// <summary>Removes what a process that died had staged. Only before anything is staged.</summary>
    void ClearStaging();

    StagedFile StageFile();

    StagedFolder StageFolder();

    /// <summary>Moves a staged file into place as a content; bytes that are there already stay.</summary>
    Task CommitContentAsync(ContentKey key, StagedFile staged);

    /// <summary>Moves a staged folder into place as a content's artefacts, in place of those there.</summary>
    Task CommitArtifactsAsync(ArtifactKey key, StagedFolder staged);

    /// <summary>The file with a content's bytes. Readers need a path: an object store would keep a copy beside it.</summary>
    string ContentPath(ContentKey key);

    /// <summary>The folder with the artefacts; <see langword="null"/> if there are none.</summary>
    string? FindArtifacts(ArtifactKey key);

    /// <summary>Deletes a content's bytes and keeps its artefacts. Nothing happens if there are none.</summary>
    void DeleteContent(ContentKey key);

    void DeleteArtifacts(ArtifactKey key);

    /// <summary>The variants of artefacts that a content has.</summary>
    IReadOnlyList<string> Variants(ContentKey key);

    /// <summary>All contents that have bytes or artefacts.</summary>
    IEnumerable<ContentKey> List();
}
