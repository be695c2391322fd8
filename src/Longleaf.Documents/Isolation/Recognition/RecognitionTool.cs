using System.Diagnostics;
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

    // What ideographs of usual size, as high as pages are prepared to, were scanned with. Left to guess, tesseract guesses by what the page looks
    // like, and takes lines of Chinese apart (a page at 200 dpi: 96.3 % of the ideographs, 98.5 so); Latin pages come out better by its guess. Columns of vertical text, which need data of their own to be
    // read, it sees in short pages of Korean, and reads nothing.
    private const string IdeographResolution = "300";

    // A page of newsprint has 10,000 words, at 60 bytes each.
    private const long MaxWordBytes = 8L << 20;

    private readonly SemaphoreSlim _places = new(options.ConcurrentRecognitions);
    private readonly ToolRun _run = new(launcher, time);

    /// <summary>A new folder for a picture; the caller's to delete.</summary>
    public string CreateFolder() => folders.Create();

    /// <summary>Draws a page of a PDF.</summary>
    /// <param name="folder">Where the document lies.</param>
    /// <param name="documentName">Its name there.</param>
    /// <param name="page">The page.</param>
    /// <param name="outputPath">The file for the picture.</param>
    /// <param name="cancellationToken">Stops it, and ends the process.</param>
    /// <exception cref="IOException">The tool cannot be started, or the disk is full.</exception>
    public async Task<RecognitionOutcome> DrawAsync(
        string folder, string documentName, PageToRecognize page, string outputPath, CancellationToken cancellationToken)
    {
        if (programs.PageDrawer is null)
        {
            return RecognitionOutcome.NotToBeHad;
        }

        var number = page.Number.ToString(CultureInfo.InvariantCulture);
        var start = cage.Tool(
            folder, programs.PageDrawer,
            "-q", "-gray", "-f", number, "-l", number, "-scale-to", page.LongSide.ToString(CultureInfo.InvariantCulture),
            cage.Seen(folder, documentName));
        return await InTurnAsync(start, outputPath, MaxPageBytes, options.PageSeconds, cancellationToken);
    }

    /// <summary>Recognises the picture in a folder.</summary>
    /// <param name="folder">The folder, with <see cref="PictureName"/>.</param>
    /// <param name="script">What its text is recognised as.</param>
    /// <param name="layout">How it lies.</param>
    /// <param name="outputPath">The file for the words.</param>
    /// <param name="cancellationToken">Stops it, and ends the process.</param>
    /// <exception cref="IOException">The tool cannot be started, or the disk is full.</exception>
    public async Task<RecognitionOutcome> RecognizeAsync(
        string folder, TextScript script, PictureLayout layout, string outputPath, CancellationToken cancellationToken)
    {
        if (programs.LanguagesOf(script) is not { } languages)
        {
            return RecognitionOutcome.NotToBeHad;
        }

        // 3: a whole page. 1: the same, after finding out how it is turned. 6: a block of lines.
        var segmentation = layout switch { PictureLayout.Lines => "6", PictureLayout.TurnedPage when programs.FindsTurn => "1", _ => "3" };
        string[] layoutOptions = script.IsEastAsian() ? ["--dpi", IdeographResolution, "-c", "textord_tabfind_vertical_text=0"] : [];
        var start = cage.Tool(
            folder, programs.Tesseract,
            [cage.Seen(folder, PictureName), "stdout", "-l", languages, "--psm", segmentation, .. layoutOptions, "-c", "min_orientation_margin=0", "tsv"]);
        return await InTurnAsync(start, outputPath, MaxWordBytes, options.RecognitionSeconds, cancellationToken);
    }

    public void Dispose() => _places.Dispose();

    private async Task<RecognitionOutcome> InTurnAsync(ProcessStartInfo start, string outputPath, long maxBytes, int seconds, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return await _run.SaveAsync(start, outputPath, maxBytes, TimeSpan.FromSeconds(seconds), cancellationToken)
                ? RecognitionOutcome.Done
                : RecognitionOutcome.Failed;
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
