using Longleaf.Platform.Accounts;

namespace Longleaf.Platform.Files;

/// <summary>Documents given inside a request: read as any other, kept in memory for the conversation's next turns only.</summary>
public interface IRequestDocuments
{
    /// <summary>Opens a text for reading.</summary>
    /// <param name="principal">Whose request it is; what is kept is never shared between accounts.</param>
    /// <param name="number">Its number among the texts of the request, from 1: its name is <c>Document N</c>.</param>
    /// <param name="text">The text, read as Markdown.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The document; <see langword="null"/> if too many wait to be read.</returns>
    Task<OpenDocument?> OpenTextAsync(Principal principal, int number, string text, CancellationToken cancellationToken);

    /// <summary>Opens a file for reading.</summary>
    /// <param name="principal">Whose request it is; what is kept is never shared between accounts.</param>
    /// <param name="number">Its number among the files of the request, from 1.</param>
    /// <param name="name">Its name; its extension decides only between kinds of text.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<RequestFileOutcome> OpenFileAsync(
        Principal principal, int number, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}
