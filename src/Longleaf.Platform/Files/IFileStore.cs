using Longleaf.Platform.Accounts;

namespace Longleaf.Platform.Files;

/// <summary>An account's files. A foreign id is an unknown id, in every method.</summary>
public interface IFileStore
{
    /// <summary>Takes a file: streams it to storage while it is counted and hashed, then writes its row, then has it parsed.</summary>
    /// <exception cref="IOException">The sender broke off, or storage failed. Nothing is kept.</exception>
    Task<UploadOutcome> UploadAsync(Principal principal, FileUpload upload, CancellationToken cancellationToken);

    /// <summary>A file; <see langword="null"/> if there is none of that id.</summary>
    Task<StoredFile?> FindAsync(Principal principal, string fileId, CancellationToken cancellationToken);

    /// <summary>
    /// As <see cref="FindAsync"/>, for a file that is about to be used: a document that another version of the reader read is read
    /// again, when there is nothing else to do. Until then it is used as it is.
    /// </summary>
    Task<StoredFile?> UseAsync(Principal principal, string fileId, CancellationToken cancellationToken);

    /// <summary>Files, a page at a time.</summary>
    Task<FilePage> ListAsync(Principal principal, FileQuery query, CancellationToken cancellationToken);

    /// <summary>How many files a query is of, whatever its page.</summary>
    Task<int> CountAsync(Principal principal, FileQuery query, CancellationToken cancellationToken);

    /// <summary>Deletes a file; chats that run with it finish. <see langword="false"/> if there is none of that id.</summary>
    Task<bool> DeleteAsync(Principal principal, string fileId, CancellationToken cancellationToken);

    /// <summary>
    /// What <c>/content</c> gives: the canonical text of a processed document, or the bytes of a batch file.
    /// <see langword="null"/> if there is none of that id, or it is not processed.
    /// </summary>
    Task<Stream?> OpenContentAsync(Principal principal, string fileId, CancellationToken cancellationToken);

    /// <summary>Opens processed documents for reading, in the order of the ids.</summary>
    /// <returns><see langword="null"/> for an id that is unknown or not processed (any more).</returns>
    Task<IReadOnlyList<OpenDocument?>> OpenDocumentsAsync(Principal principal, IReadOnlyList<string> fileIds, CancellationToken cancellationToken);
}
