namespace Longleaf.Documents;

/// <summary>Reads documents out of files that may be hostile.</summary>
public interface IDocumentReader
{
    /// <summary>The version of what it yields: text read under another version is stale. Changes whenever output may.</summary>
    string Version { get; }

    /// <summary>Reads one document.</summary>
    /// <param name="path">The file with the document's bytes; its name says nothing. It is only read.</param>
    /// <param name="fileName">The name its owner gave it; its extension is a hint to the format.</param>
    /// <param name="cancellationToken">Stops the reading, and ends the process that does it.</param>
    /// <returns>Events, ending in <see cref="ReaderEvent.Completed"/> or <see cref="ReaderEvent.Failed"/>. Nothing in the document makes it throw.</returns>
    /// <exception cref="IOException">The machine failed: the file is not there, no process can be started.</exception>
    IAsyncEnumerable<ReaderEvent> ReadAsync(string path, string fileName, CancellationToken cancellationToken);

    /// <summary>Reads one document of an owner: what reads it may read for the same owner before and after, and for nobody else.</summary>
    /// <param name="path">The file with the document's bytes.</param>
    /// <param name="fileName">The name its owner gave it.</param>
    /// <param name="owner">Whose document it is: any text that stands for them; <see langword="null"/> if nothing is to be shared.</param>
    /// <param name="cancellationToken">Stops the reading, and ends the process that does it.</param>
    /// <returns>Events.</returns>
    /// <exception cref="IOException">The machine failed.</exception>
    IAsyncEnumerable<ReaderEvent> ReadAsync(string path, string fileName, string? owner, CancellationToken cancellationToken) =>
        ReadAsync(path, fileName, cancellationToken);
}
