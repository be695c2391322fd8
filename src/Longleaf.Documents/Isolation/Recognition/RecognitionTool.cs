using System.Globalization;
using Longleaf.Documents.Ocr;

namespace Longleaf.Documents.Isolation.Recognition;

/// <summary>Draws pages with <c>pdftoppm</c> and recognises text with <c>tesseract</c>, each in a cage of its own, so many at a time.</summary>
internal sealed class RecognitionTool(
    RecognitionPrograms programs, Cage cage, ProcessLauncher launcher, ScratchFolders folders, IsolationOptions options, TimeProvider time) : IDisposable
{
    /// <summary>What a picture is called in its folder.</summary>
    public const string PictureName = "picture";

    // A page of 3,500 pixels a side, with room for its header.
    private const long MaxPageBytes = 16L << 20;

    // A page of newsprint has 10,000 words, at 60 bytes each.
    private const long MaxWordBytes = 8L << 20;

    private readonly SemaphoreSlim _places = new(options.ConcurrentRecognitions);
    private readonly ToolRun _run = new(launcher, time);

    /// <summary>A new folder for a picture; the caller's to delete.</summary>
    public string CreateFolder() => folders.Create();

    /// <summary>Draws a page of a PDF and recognises it.</summary>
    /// <param name="folder">Where the document lies.</param>
    /// <param name="documentName">Its name there.</param>
    /// <param name="page">The page.</param>
    /// <param name="findTurn">Whether to find out how it is turned.</param>
    /// <param name="outputPath">The file for the words.</param>
    /// <param name="cancellationToken">Stops it, and ends the processes.</param>
    /// <exception cref="IOException">A tool cannot be started, or the disk is full.</exception>
    public async Task<RecognitionOutcome> RecognizePageAsync(
        string folder, string documentName, PageToRecognize page, bool findTurn, string outputPath, CancellationToken cancellationToken)
    {
        if (programs.PageDrawer is null)
        {
            return RecognitionOutcome.NotToBeHad;
        }

        return await InTurnAsync(
            async patience =>
            {
                var own = folders.Create();
                try
                {
                    var number = page.Number.ToString(CultureInfo.InvariantCulture);
                    var start = cage.Tool(
                        folder, programs.PageDrawer,
                        "-q", "-gray", "-f", number, "-l", number, "-scale-to", page.LongSide.ToString(CultureInfo.InvariantCulture),
                        cage.Seen(folder, documentName));
                    var from = time.GetTimestamp();
                    return await _run.SaveAsync(start, Path.Combine(own, PictureName), MaxPageBytes, patience, cancellationToken)
                        && await RecognizeAsync(own, findTurn, outputPath, patience - time.GetElapsedTime(from), cancellationToken);
                }
                finally
                {
                    ScratchFolders.Delete(own);
                }
            },
            cancellationToken);
    }

    /// <summary>Recognises the picture in a folder.</summary>
    /// <param name="folder">The folder, with <see cref="PictureName"/>.</param>
    /// <param name="findTurn">Whether to find out how it is turned.</param>
    /// <param name="outputPath">The file for the words.</param>
    /// <param name="cancellationToken">Stops it, and ends the process.</param>
    /// <exception cref="IOException">The tool cannot be started, or the disk is full.</exception>
    public Task<RecognitionOutcome> RecognizePictureAsync(string folder, bool findTurn, string outputPath, CancellationToken cancellationToken) =>
        InTurnAsync(patience => RecognizeAsync(folder, findTurn, outputPath, patience, cancellationToken), cancellationToken);

    public void Dispose() => _places.Dispose();

    private Task<bool> RecognizeAsync(string folder, bool findTurn, string outputPath, TimeSpan patience, CancellationToken cancellationToken)
    {
        // 1: as 3, whole pages, after finding out how the page is turned.
        var segmentation = findTurn && programs.FindsTurn ? "1" : "3";
        var start = cage.Tool(
            folder, programs.Tesseract,
            cage.Seen(folder, PictureName), "stdout", "-l", programs.Languages, "--psm", segmentation, "-c", "min_orientation_margin=0", "tsv");
        return patience > TimeSpan.Zero
            ? _run.SaveAsync(start, outputPath, MaxWordBytes, patience, cancellationToken)
            : throw new TimeoutException();
    }

    private async Task<RecognitionOutcome> InTurnAsync(Func<TimeSpan, Task<bool>> recognize, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return await recognize(TimeSpan.FromSeconds(options.RecognitionSeconds)) ? RecognitionOutcome.Done : RecognitionOutcome.Failed;
        }
        catch (TimeoutException)
        {
            return RecognitionOutcome.TimedOut;
        }
        finally
        {
            _places.Release();
        }
    }
}
