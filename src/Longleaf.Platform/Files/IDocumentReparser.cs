namespace Longleaf.Platform.Files;

/// <summary>
/// Has documents of any account read again, for operators. What was read before is used until the new text is in place; ids and
/// times stay. Whoever serves the data folder does the work.
/// </summary>
public interface IDocumentReparser
{
    /// <summary>Whether a server has the data folder now.</summary>
    bool IsServed { get; }

    /// <summary>Asks for documents by their ids; nothing is asked for if one of them is unknown.</summary>
    /// <returns>The ids that no document has.</returns>
    Task<IReadOnlyList<string>> AskAsync(IReadOnlyList<string> fileIds, CancellationToken cancellationToken);

    /// <summary>Asks for all documents.</summary>
    /// <param name="outdatedOnly">Only those that another version of the reader read last.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The ids asked for.</returns>
    Task<IReadOnlyList<string>> AskAllAsync(bool outdatedOnly, CancellationToken cancellationToken);

    /// <summary>The ids of documents that wait to be read again, or are being read.</summary>
    Task<IReadOnlySet<string>> FindWaitingAsync(CancellationToken cancellationToken);

    /// <summary>A document of whichever account; <see langword="null"/> if there is none of that id.</summary>
    Task<StoredFile?> FindAsync(string fileId, CancellationToken cancellationToken);
}
