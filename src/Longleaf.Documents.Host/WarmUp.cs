using System.Runtime.InteropServices;
using Longleaf.Documents.Formats;
using Longleaf.Documents.Formats.Pdf;
using Longleaf.Documents.Isolation.Wire;
using Longleaf.Documents.Ocr;

namespace Longleaf.Documents.Host;

/// <summary>
/// Reads a small document of each format, of our own and always the same, while this process waits for its first: most of the time of a first
/// small document is code that has to be compiled, loaded and bound.
/// </summary>
/// <remarks>
/// It runs beside the thread that waits, behind everybody else's work (a lower priority), and stops at the first thing the parent sends, so that
/// a document that comes meanwhile does not wait for it. The limits of the first document are counted from when it is given.
/// </remarks>
/// <param name="parent">Tells when a document has come.</param>
internal sealed partial class WarmUp(ParentLink parent)
{
    // A tenth of the share of others. Not the least there is: it may hold a lock of the runtime that the first document waits for.
    private const int Niceness = 10;
    private const int ThisThread = 0;

    // What is costly first.
    private static readonly string[] Samples =
        ["sample.pdf", "sample.docx", "sample.xlsx", "sample.epub", "sample.mobi", "sample.md", "sample.json", "sample.csv", "sample.txt"];

    /// <summary>Starts a thread for it, and does not wait.</summary>
    public void Start() => new Thread(Run) { IsBackground = true, Name = "Warm-up" }.Start();

    private void Run()
    {
        _ = SetPriority(0, ThisThread, Niceness);
        foreach (var sample in Samples)
        {
            if (parent.HasReceived)
            {
                return;
            }

            Read(sample);
        }

        // What the samples left goes now: a collection in the midst of the first document would take as long as the document.
        if (!parent.HasReceived)
        {
            ManagedMemory.GiveBack();
        }
    }

    private void Read(string sample)
    {
        var writer = new FrameWriter(Stream.Null);
        var events = new EventOutput(writer);
        var sink = new BlockSink(
            block =>
            {
                StopIfWanted();
                events.Write(block);
            },
            progress =>
            {
                StopIfWanted();
                events.Write(progress);
            },
            new ParseLimits());
        try
        {
            using var document = DocumentTurn.Open(Path.Combine(AppContext.BaseDirectory, sample));
            EventFrames.WriteEnd(writer, DocumentParser.Parse(document, sample, sink, NoTools.Instance, NoTools.Instance));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Without its samples a reader is slower, and not worse.
        }
    }

    // The parser takes it for a damaged file, and ends.
    private void StopIfWanted()
    {
        if (parent.HasReceived)
        {
            throw new OperationCanceledException();
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int niceness);

    private sealed class NoTools : IPageTextSource, IRecognizer
    {
        public static NoTools Instance { get; } = new();

        public IReadOnlyList<string>? Read(int first, int last) => null;

        public IEnumerable<DrawnPage> Draw(IReadOnlyList<PageToRecognize> pages) => pages.Select(_ => new DrawnPage(RecognitionOutcome.NotToBeHad, null));

        public IEnumerable<Recognition> Recognize(IEnumerable<PictureToRecognize> pictures) =>
            pictures.Select(_ => new Recognition(RecognitionOutcome.NotToBeHad, ""));
    }
}
