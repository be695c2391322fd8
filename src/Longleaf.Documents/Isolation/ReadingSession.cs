using System.Globalization;
using Longleaf.Documents.Isolation.Recognition;
using Longleaf.Documents.Isolation.Wire;

namespace Longleaf.Documents.Isolation;

/// <summary>The reading of one document by one reader process, seen from the parent: every frame is checked, every clock is kept.</summary>
internal sealed class ReadingSession(
    ReaderProcess reader, SessionLimits limits, PageTextTool? pageText, RecognitionTool? recognition, ReaderMemory? memory, TimeProvider time) : IAsyncDisposable
{
    public const string DocumentName = "document";

    // How often a reader may ask for page text: once for the pages it could not read is what it does.
    private const int MaxPageTextRequests = 4;

    private readonly CanonicalTextWriter _places = new(Stream.Null);
    private readonly RecognitionDesk _desk = new(recognition, reader.Folder, limits.Recognitions);
    private readonly ITimer? _sampling = memory is null
        ? null
        : time.CreateTimer(_ => memory?.Sample(reader.ProcessId), null, TimeSpan.Zero, ReaderMemory.Interval);
    private TimeSpan _waited;
    private long _characters;
    private int _pageTextRequests;

    /// <summary>Blocks handed out so far.</summary>
    public long Blocks { get; private set; }

    /// <summary>How the process ended, for the log: its exit code and standard error.</summary>
    public (int ExitCode, string Errors)? Exit { get; private set; }

    /// <summary>The next event; the last is <see cref="ReaderEvent.Completed"/> or <see cref="ReaderEvent.Failed"/>.</summary>
    /// <exception cref="OperationCanceledException">The caller has had enough.</exception>
    /// <exception cref="IOException">The machine failed.</exception>
    public async Task<ReaderEvent> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                if (reader.Frames.TryRead(out var frame))
                {
                    if (frame.Kind == FrameKind.PageTextWanted)
                    {
                        await AnswerPageTextAsync(frame, cancellationToken);
                    }
                    else if (frame.Kind is FrameKind.PageDrawingWanted or FrameKind.PictureRecognitionWanted or FrameKind.PictureBytes)
                    {
                        await _desk.AcceptAsync(frame, cancellationToken);
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
            return Failed(DocumentFailureCode.ReaderDied, "This file cannot be parsed: the reader lost its way in it.");
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
        await reader.DisposeAsync();
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
                await reader.SendAsync(writer =>
                {
                    writer.Begin(FrameKind.Recognized).Int32(answer.Request).Byte((byte)answer.Outcome).End();
                    writer.Flush();
                });
            }
        }

        await frames;
    }

    // Only time spent waiting for the reader counts: a slow consumer is not the document's fault.
    private async Task WaitInTimeAsync(Task frames, CancellationToken cancellationToken)
    {
        var left = limits.Total - _waited;
        if (left <= TimeSpan.Zero)
        {
            throw new TimeoutException();
        }

        var from = time.GetTimestamp();
        try
        {
            await frames.WaitAsync(left < limits.NoProgress ? left : limits.NoProgress, time, cancellationToken);
        }
        finally
        {
            _waited += time.GetElapsedTime(from);
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

        return frame.Kind switch
        {
            FrameKind.Progress => EventFrames.ReadProgress(payload),
            FrameKind.Block => Place(EventFrames.ReadBlock(payload)),
            FrameKind.Completed => Blocks > 0
                ? new ReaderEvent.Completed(EventFrames.ReadCompleted(payload))
                : throw new WireException("A document without a block is not read."),
            FrameKind.Failed => new ReaderEvent.Failed(EventFrames.ReadFailed(payload)),
            _ => throw new WireException("A frame that readers do not send."),
        };
    }

    private ReaderEvent Place(Block block)
    {
        _characters += block.Text.Length;
        Blocks++;
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
        await reader.SendAsync(writer =>
        {
            writer.Begin(FrameKind.PageText).Byte(found ? (byte)1 : (byte)0).End();
            writer.Flush();
        });
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

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static ReaderEvent.Failed Failed(DocumentFailureCode code, string reason) => new(new DocumentFailure(code, reason));
}
