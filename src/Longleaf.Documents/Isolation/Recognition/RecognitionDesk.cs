using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Longleaf.Documents.Isolation.Wire;
using Longleaf.Documents.Ocr;

namespace Longleaf.Documents.Isolation.Recognition;

/// <summary>Takes the wishes of one reader for pages to be drawn and pictures to be recognised, has them worked on at the same time, and hands out what came of them.</summary>
/// <param name="tool">The tools; <see langword="null"/> where they are not installed.</param>
/// <param name="folder">The reader's folder: the document lies there, and the answers.</param>
/// <param name="maxRequests">The most wishes of one document.</param>
internal sealed class RecognitionDesk(RecognitionTool? tool, string folder, long maxRequests) : IAsyncDisposable
{
    private readonly Channel<Task<RecognitionAnswer>> _answers = Channel.CreateUnbounded<Task<RecognitionAnswer>>();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _running = [];
    private PictureIntake? _picture;
    private int _requests;

    /// <summary>Wishes being worked on, and answers not handed out. A picture whose pixels are still to come is the reader's to finish.</summary>
    public int Waiting { get; private set; }

    /// <summary>What the file of an answer is called.</summary>
    public static string AnswerName(int request) => string.Create(CultureInfo.InvariantCulture, $"words-{request}");

    /// <summary>Takes a frame that belongs to recognition.</summary>
    /// <exception cref="WireException">It is not what readers send.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    public async Task AcceptAsync(Frame frame, CancellationToken cancellationToken)
    {
        if (frame.Kind == FrameKind.PictureBytes)
        {
            await TakePixelsAsync(frame.Payload, cancellationToken);
            return;
        }

        if (_picture is not null || Waiting >= Protocol.MaxWaitingRecognitions || ++_requests > maxRequests)
        {
            throw new WireException("Too many recognitions.");
        }

        var payload = new PayloadReader(frame.Payload.Span);
        var request = payload.Int32(_requests, _requests);
        // Answers that the reader has long read.
        File.Delete(Path.Combine(folder, AnswerName(request - Protocol.MaxWaitingRecognitions)));
        if (frame.Kind == FrameKind.PageDrawingWanted)
        {
            var page = new PageToRecognize(payload.Int32(1, int.MaxValue), payload.Int32(1, Protocol.MaxPageSide));
            payload.End();
            Start(request, path => tool!.DrawAsync(folder, ReadingSession.DocumentName, page, path, _stop.Token));
            return;
        }

        var (script, layout) = (payload.Enum<TextScript>(), payload.Enum<PictureLayout>());
        var (width, height) = (payload.Int32(1, Protocol.MaxPictureSide), payload.Int32(1, Protocol.MaxPictureSide));
        payload.End();
        if ((long)width * height > Protocol.MaxPicturePixels)
        {
            throw new WireException("A picture is too large.");
        }

        _picture = new PictureIntake(tool?.CreateFolder(), request, script, layout, width * height);
        await _picture.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{width} {height}\n255\n")), cancellationToken);
    }

    /// <summary>Completes when an answer is there.</summary>
    public Task WaitAsync() => _answers.Reader.WaitToReadAsync(CancellationToken.None).AsTask();

    /// <summary>An answer that is there.</summary>
    /// <exception cref="IOException">A tool cannot be started, or the disk is full.</exception>
    public async Task<RecognitionAnswer?> TakeAsync()
    {
        if (!_answers.Reader.TryRead(out var answer))
        {
            return null;
        }

        Waiting--;
        return await answer;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running);
        if (_picture is not null)
        {
            await _picture.DisposeAsync();
        }

        _stop.Dispose();
    }

    private void Start(int request, Func<string, Task<RecognitionOutcome>> recognize)
    {
        Waiting++;
        _running.RemoveAll(task => task.IsCompleted);
        _running.Add(PublishAsync(tool is null
            ? Task.FromResult(new RecognitionAnswer(request, RecognitionOutcome.NotToBeHad))
            : RunAsync(request, recognize)));
    }

    private async Task<RecognitionAnswer> RunAsync(int request, Func<string, Task<RecognitionOutcome>> recognize) =>
        new(request, await recognize(Path.Combine(folder, AnswerName(request))));

    // Whatever becomes of it, exceptions too, whoever takes the answer sees it.
    private async Task PublishAsync(Task<RecognitionAnswer> answer)
    {
        await answer.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await _answers.Writer.WriteAsync(answer, CancellationToken.None);
    }

    private async Task TakePixelsAsync(ReadOnlyMemory<byte> pixels, CancellationToken cancellationToken)
    {
        if (_picture is not { } picture || pixels.Length == 0 || pixels.Length > picture.Left)
        {
            throw new WireException("Pixels of no picture.");
        }

        picture.Left -= pixels.Length;
        await picture.WriteAsync(pixels, cancellationToken);
        if (picture.Left == 0)
        {
            _picture = null;
            await picture.CloseAsync();
            Start(picture.Request, async path =>
            {
                await using (picture)
                {
                    return await tool!.RecognizeAsync(picture.Folder!, picture.Script, picture.Layout, path, _stop.Token);
                }
            });
        }
    }
}
