using System.Text;
using Longleaf.Documents.Isolation.Recognition;
using Longleaf.Documents.Isolation.Wire;
using Longleaf.Documents.Ocr;

namespace Longleaf.Documents.Host;

/// <summary>Asks the parent for drawn pages and the text of pictures; answers come in any order, what came of them lies in files beside the document.</summary>
/// <param name="parent">Where answers come from.</param>
/// <param name="writer">Where questions go.</param>
/// <param name="folder">Where the files are.</param>
internal sealed class ParentRecognizer(ParentLink parent, FrameWriter writer, string folder) : IRecognizer
{
    // Enough to keep many cores busy, and little enough that documents wait for each other by pages.
    private const int MaxRecognitions = Protocol.MaxWaitingRecognitions / 2;
    private const int MaxDrawings = Protocol.MaxWaitingRecognitions / 4;
    private const int ChunkBytes = 128 * 1024;

    private readonly Dictionary<int, (RecognitionOutcome Outcome, byte[] File)> _answers = [];
    private int _requests;

    public IEnumerable<DrawnPage> Draw(IReadOnlyList<PageToRecognize> pages) => Work(pages, MaxDrawings, page =>
    {
        writer.Begin(FrameKind.PageDrawingWanted).Int32(++_requests).Int32(page.Number).Int32(page.LongSide).End();
        writer.Flush();
    }).Select(answer => answer.Outcome != RecognitionOutcome.Done
        ? new DrawnPage(answer.Outcome, null)
        : GrayMap.Read(answer.File) is { } picture ? new DrawnPage(answer.Outcome, picture) : new DrawnPage(RecognitionOutcome.Failed, null));

    public IEnumerable<Recognition> Recognize(IEnumerable<PictureToRecognize> pictures) => Work(pictures, MaxRecognitions, wish =>
    {
        var (picture, script, layout) = wish;
        writer.Begin(FrameKind.PictureRecognitionWanted)
            .Int32(++_requests).Byte((byte)script).Byte((byte)layout).Int32(picture.Width).Int32(picture.Height).End();
        for (var rest = picture.Pixels; rest.Length > 0; rest = rest[Math.Min(ChunkBytes, rest.Length)..])
        {
            writer.Begin(FrameKind.PictureBytes).Bytes(rest.Span[..Math.Min(ChunkBytes, rest.Length)]).End();
        }

        writer.Flush();
    }).Select(answer => new Recognition(answer.Outcome, Encoding.UTF8.GetString(answer.File)));

    private IEnumerable<(RecognitionOutcome Outcome, byte[] File)> Work<T>(IEnumerable<T> wishes, int most, Action<T> ask)
    {
        var waiting = new Queue<int>();
        foreach (var wish in wishes)
        {
            if (waiting.Count == most)
            {
                yield return Await(waiting.Dequeue());
            }

            ask(wish);
            waiting.Enqueue(_requests);
        }

        while (waiting.TryDequeue(out var request))
        {
            yield return Await(request);
        }
    }

    private (RecognitionOutcome Outcome, byte[] File) Await(int request)
    {
        (RecognitionOutcome, byte[]) answer;
        while (!_answers.Remove(request, out answer))
        {
            Receive();
        }

        return answer;
    }

    private void Receive()
    {
        var frame = parent.Receive();
        if (frame.Kind != FrameKind.Recognized)
        {
            throw new InvalidOperationException("The parent sent something else than what was asked for.");
        }

        var payload = new PayloadReader(frame.Payload.Span);
        var (request, outcome) = (payload.Int32(), payload.Enum<RecognitionOutcome>());
        payload.End();
        // Read at once: the parent removes the files of answers given long ago.
        _answers[request] = (outcome, outcome == RecognitionOutcome.Done ? File.ReadAllBytes(Path.Combine(folder, RecognitionDesk.AnswerName(request))) : []);
    }
}
