using System.Globalization;
using Longleaf.Documents.Formats;
using Longleaf.Documents.Isolation.Recognition;
using Longleaf.Documents.Isolation.Wire;

namespace Longleaf.Documents.Isolation;

/// <summary>The reading of one document by one reader process, seen from the parent: every frame is checked, every clock is kept.</summary>
internal sealed class ReadingSession(
    ReaderPool pool, ReaderProcess reader, long ticket, SessionLimits limits, PageTextTool? pageText, RecognitionTool? recognition, ReaderMemory? memory,
    TimeProvider time) : IAsyncDisposable
{
    public const string DocumentName = "document";

    // How often a reader may ask for page text: once for the pages it could not read is what it does.
    private const int MaxPageTextRequests = 4;

    // Pages read and pages recognised are 30,000 at most, records of a book 40,000.
    private const int MaxProgress = 200_000;

    // As a workbook goes from sheet to sheet and back for notes and comments.
    private const int MaxSheets = 100_000;

    private readonly CanonicalTextWriter _places = new(Stream.Null);
    private readonly RecognitionDesk _desk = new(recognition, reader.Folder, limits.Recognitions);
    private readonly ITimer? _sampling = memory is null
        ? null
        : time.CreateTimer(_ => memory?.Sample(reader.ProcessId), null, TimeSpan.Zero, ReaderMemory.Interval);
    private TimeSpan _waited;
    private TimeSpan _waitedForFrame;
    private bool _isAccepted;
    private bool _hasEnded;
    private string? _sheet;
    private long _characters;
    private int _names;
    private int _pageTextRequests;
    private int _progress;

    /// <summary>Blocks handed out so far.</summary>
    public long Blocks { get; private set; }

    /// <summary>
    /// Whether a failure may come from what an earlier document left in the reader, so that the document is to be given to another: nothing
    /// was handed out, and it was not the reader that said why it failed.
    /// </summary>
    public bool MayBeBlameless => reader.Documents > 1 && Blocks == 0 && !_hasEnded;

    /// <summary>How the process ended, for the log: its exit code and standard error.</summary>
    public (int ExitCode, string Errors)? Exit { get; private set; }

    /// <summary>The next event; the last is <see cref="ReaderEvent.Completed"/> or <see cref="ReaderEvent.Failed"/>.</summary>
    /// <exception cref="OperationCanceledException">The caller has had enough.</exception>
    /// <exception cref="IOException">The machine failed.</exception>
    public ValueTask<ReaderEvent> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Most events are blocks that have arrived already: a large document has millions, and nothing is waited for.
            if (!_isAccepted || !reader.Frames.TryRead(out var frame))
            {
                return new(WaitForNextAsync(null, cancellationToken));
            }

            _waitedForFrame = TimeSpan.Zero;
            return frame.Kind == FrameKind.Block ? new(Read(frame)) : new(WaitForNextAsync(frame, cancellationToken));
        }
        catch (WireException)
        {
            return new(LostItsWay());
        }
    }

    private async Task<ReaderEvent> WaitForNextAsync(Frame? taken, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                if (taken is { } frame || reader.Frames.TryRead(out frame))
                {
                    taken = null;
                    _waitedForFrame = TimeSpan.Zero;
                    if (_isAccepted && frame.Kind == FrameKind.PageTextWanted)
                    {
                        await AnswerPageTextAsync(frame, cancellationToken);
                    }
                    else if (_isAccepted && frame.Kind is FrameKind.PageDrawingWanted or FrameKind.PictureRecognitionWanted or FrameKind.PictureBytes)
                    {
                        await _desk.AcceptAsync(frame, cancellationToken);
                    }
                    else if (!_isAccepted)
                    {
                        Accept(frame);
                    }
                    else
                    {
                        return Read(frame);
                    }
                }
                else if (reader.Frames.IsCompleted)
                {
                    return await ExplainEndAsync();
                }
                else
                {
                    await WaitAsync(cancellationToken);
                }
            }
        }
        catch (WireException)
        {
            return LostItsWay();
        }
        catch (TimeoutException)
        {
            return Failed(DocumentFailureCode.TimedOut, _waited >= limits.Total
                ? Sentence($"This file cannot be parsed: it took longer than the {limits.Total.TotalSeconds:0} seconds allowed.")
                : Sentence($"This file cannot be parsed: the reader stood still for {limits.NoProgress.TotalSeconds:0} seconds."));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_sampling is not null)
        {
            await _sampling.DisposeAsync();
        }

        await _desk.DisposeAsync();
        pool.Return(reader, _hasEnded);
    }

    // What comes before this was left by an earlier document, which cannot know the number.
    private void Accept(Frame frame)
    {
        var payload = new PayloadReader(frame.Payload.Span);
        if (frame.Kind != FrameKind.Accepted || payload.Int64() != ticket)
        {
            throw new WireException("Not of this document.");
        }

        payload.End();
        _isAccepted = true;
    }

    // The next frame of the reader; the answers that it waits for go out meanwhile.
    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        var frames = reader.Frames.FillAsync(cancellationToken).AsTask();
        while (!frames.IsCompleted)
        {
            var answers = _desk.WaitAsync();
            if (_desk.Waiting > 0)
            {
                // Tools have clocks of their own, and may have to wait for those of other documents.
                await Task.WhenAny(frames, answers).WaitAsync(cancellationToken);
            }
            else
            {
                await WaitInTimeAsync(frames, cancellationToken);
            }

            if (await _desk.TakeAsync() is { } answer)
            {
                await reader.SendAsync(
                    writer => writer.Begin(FrameKind.Recognized).Int32(answer.Request).Byte((byte)answer.Outcome).End(), limits.NoProgress, cancellationToken);
            }
        }

        await frames;
    }

    // Only time spent waiting for the reader counts: a slow consumer is not the document's fault.
    private async Task WaitInTimeAsync(Task frames, CancellationToken cancellationToken)
    {
        // A frame that comes byte by byte is no progress until it is whole.
        var (left, leftForFrame) = (limits.Total - _waited, limits.NoProgress - _waitedForFrame);
        if (left <= TimeSpan.Zero || leftForFrame <= TimeSpan.Zero)
        {
            throw new TimeoutException();
        }

        var from = time.GetTimestamp();
        try
        {
            await frames.WaitAsync(left < leftForFrame ? left : leftForFrame, time, cancellationToken);
        }
        finally
        {
            var waited = time.GetElapsedTime(from);
            _waited += waited;
            _waitedForFrame += waited;
        }
    }

    private ReaderEvent Read(Frame frame)
    {
        var payload = frame.Payload.Span;
        if (frame.Kind is FrameKind.Completed or FrameKind.Failed)
        {
            // The reader waits to be dismissed: its figures are still to be had.
            memory?.Sample(reader.ProcessId);
        }

        var read = frame.Kind switch
        {
            FrameKind.Progress => ++_progress <= MaxProgress
                ? EventFrames.ReadProgress(payload)
                : throw new WireException("Progress without end."),
            FrameKind.Block => Place(EventFrames.ReadBlock(payload)),
            FrameKind.Completed => Blocks > 0
                ? new ReaderEvent.Completed(EventFrames.ReadCompleted(payload))
                : throw new WireException("A document without a block is not read."),
            FrameKind.Failed => new ReaderEvent.Failed(EventFrames.ReadFailed(payload)),
            _ => throw new WireException("A frame that readers do not send."),
        };
        _hasEnded = frame.Kind is FrameKind.Completed or FrameKind.Failed;
        return read;
    }

    private ReaderEvent Place(Block block)
    {
        _characters += block.Text.Length;
        Blocks++;
        if (block.Kind == BlockKind.Heading || block.Location.Sheet != _sheet)
        {
            _sheet = block.Location.Sheet;
            // Names of sections and sheets are what the parent holds of a document while it is read.
            if (++_names > BlockSink.MaxHeadings + MaxSheets)
            {
                return Failed(DocumentFailureCode.TooLarge, "The document has more headings and sheets than are read: split it into smaller files.");
            }
        }

        return _characters <= limits.Characters && Blocks <= limits.Blocks
            ? new ReaderEvent.Read(_places.Append(block))
            : Failed(DocumentFailureCode.TooLarge, "The document holds more text than is read: split it into smaller files.");
    }

    private async Task AnswerPageTextAsync(Frame frame, CancellationToken cancellationToken)
    {
        var payload = new PayloadReader(frame.Payload.Span);
        var (first, last) = (payload.Int32(1, int.MaxValue), payload.Int32(1, int.MaxValue));
        payload.End();
        if (++_pageTextRequests > MaxPageTextRequests || first > last)
        {
            throw new WireException("Too many requests for page text.");
        }

        var found = pageText is not null && await pageText.RunAsync(reader.Folder, DocumentName, first, last, cancellationToken);
        await reader.SendAsync(writer => writer.Begin(FrameKind.PageText).Byte(found ? (byte)1 : (byte)0).End(), limits.NoProgress, cancellationToken);
    }

    private async Task<ReaderEvent> ExplainEndAsync()
    {
        Exit = await reader.ExitAsync();
        var (exitCode, errors) = Exit.Value;
        // 128 + signal. SIGXCPU (24) and, five seconds on, SIGKILL (9) come from RLIMIT_CPU; SIGABRT (6) from a stack overflow and from
        // the runtime when it cannot have memory.
        return exitCode switch
        {
            152 => Failed(DocumentFailureCode.TimedOut, "This file cannot be parsed: it took more processor time than is allowed for one document."),
            _ when errors.Contains("Out of memory", StringComparison.OrdinalIgnoreCase)
                || errors.Contains("OutOfMemory", StringComparison.Ordinal) =>
                Failed(DocumentFailureCode.TooLarge, "This file cannot be parsed: it needs more memory than is allowed for one document."),
            _ => Failed(DocumentFailureCode.ReaderDied, "This file cannot be parsed: the reader process died on it."),
        };
    }

    private static ReaderEvent.Failed LostItsWay() => Failed(DocumentFailureCode.ReaderDied, "This file cannot be parsed: the reader lost its way in it.");

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static ReaderEvent.Failed Failed(DocumentFailureCode code, string reason) => new(new DocumentFailure(code, reason));
}
