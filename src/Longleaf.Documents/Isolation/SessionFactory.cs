using System.Security.Cryptography;
using Longleaf.Documents.Isolation.Recognition;
using Longleaf.Documents.Isolation.Wire;

namespace Longleaf.Documents.Isolation;

/// <summary>Gives documents to readers.</summary>
internal sealed class SessionFactory(
    ReaderPool pool, PageTextTool? pageText, RecognitionTool? recognition, IsolationOptions options, TimeProvider time)
{
    /// <summary>Begins the reading of a document.</summary>
    /// <exception cref="IOException">The machine failed: the file is not there, no process can be started.</exception>
    public async Task<ReadingSession> OpenAsync(SessionRequest document, CancellationToken cancellationToken)
    {
        while (true)
        {
            var reader = document.NeedsUnused ? await pool.RentUnusedAsync(document.Owner) : await pool.RentAsync(document.Owner, document.Limits);
            try
            {
                await ScratchFolders.PlaceAsync(document.Path, Path.Combine(reader.Folder, ReadingSession.DocumentName), cancellationToken);
                reader.Prepare(document.Limits);
                var request = ToRequest(document, reader);
                if (await TrySendAsync(reader, request, document.Limits, cancellationToken))
                {
                    return new ReadingSession(pool, reader, request.Ticket, document.Limits, pageText, recognition, document.Memory, time);
                }
            }
            catch
            {
                pool.Return(reader, isWell: false);
                throw;
            }

            pool.Return(reader, isWell: false);
        }
    }

    // A reader that has died while it waited for a further document is no reason for this one to fail.
    private static async Task<bool> TrySendAsync(ReaderProcess reader, ReaderRequest request, SessionLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            await reader.SendAsync(request.Write, limits.NoProgress, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is WireException or TimeoutException)
        {
            return reader.Documents > 1 ? false : throw new IOException("A reader process died before it was given a document.", exception);
        }
    }

    private ReaderRequest ToRequest(SessionRequest document, ReaderProcess reader) => new(
        BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))),
        pool.Cage.Seen(reader.Folder, ReadingSession.DocumentName),
        document.FileName,
        document.Limits.HeapBytes,
        document.Limits.Characters,
        options.MaxPages,
        options.MaxRecognizedPages,
        options.MaxEmbeddedPictures,
        document.PageTextOnly);
}
