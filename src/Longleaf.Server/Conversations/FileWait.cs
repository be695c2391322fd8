using Longleaf.Platform.Accounts;
using Longleaf.Platform.Files;

namespace Longleaf.Server.Conversations;

/// <summary>Waits until a file is parsed (contract, <c>wait_for_files</c>).</summary>
internal sealed class FileWait(IFileStore files, TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>Waits; however long it takes, the parsing has clocks of its own.</summary>
    /// <param name="principal">Whose file it is.</param>
    /// <param name="file">The file as it was found.</param>
    /// <param name="waiting">Told of it, with its progress, before each look.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The file, no longer processing; <see langword="null"/> if it was deleted meanwhile.</returns>
    public async Task<StoredFile?> UntilParsedAsync(
        Principal principal, StoredFile file, Func<StoredFile, Task> waiting, CancellationToken cancellationToken)
    {
        var pause = First;
        var now = (StoredFile?)file;
        while (now is { Status: FileStatus.Processing })
        {
            await waiting(now);
            await Task.Delay(pause, time, cancellationToken);
            pause = pause * 2 < Longest ? pause * 2 : Longest;
            now = await files.FindAsync(principal, file.Id, cancellationToken);
        }

        return now;
    }
}
