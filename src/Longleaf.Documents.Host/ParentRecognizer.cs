using Longleaf.Documents.Isolation.Recognition;
using Longleaf.Documents.Isolation.Wire;
using Longleaf.Documents.Ocr;

namespace Longleaf.Documents.Host;

/// <summary>Asks the parent for the text of pages and pictures; answers come in any order, their words lie in files beside the document.</summary>
/// <param name="parent">Where answers come from.</param>
/// <param name="writer">Where questions go.</param>
/// <param name="folder">Where the files are.</param>
internal sealed class ParentRecognizer(ParentLink parent, FrameWriter writer, string folder) : IRecognizer
{
    // Enough to keep many cores busy, and little enough that documents wait for each other by pages.
    private const int MaxWaiting = Protocol.MaxWaitingRecognitions / 2;
    private const int ChunkBytes = 128 * 1024;

    private readonly Dictionary<int, Recognition> _answers = [];
    private int _requests;

    public IEnumerable<Recognition> Recognize(IReadOnlyList<PageToRecognize> pages, bool findTurn) => Recognize(pages, page =>
    {
        Begin(FrameKind.PageRecognitionWanted, findTurn).Int32(page.Number).Int32(page.LongSide).End();
        writer.Flush();
    });

    public IEnumerable<Recognition> Recognize(IEnumerable<GrayPicture> pictures, bool findTurn) => Recognize(pictures, picture =>
    {
        Begin(FrameKind.PictureRecognitionWanted, findTurn).Int32(picture.Width).Int32(picture.Height).End();
        for (var rest = picture.Pixels; rest.Length > 0; rest = rest[Math.Min(ChunkBytes, rest.Length)..])
        {
            writer.Begin(FrameKind.PictureBytes).Bytes(rest.Span[..Math.Min(ChunkBytes, rest.Length)]).End();
        }

        writer.Flush();
    });

    private IEnumerable<Recognition> Recognize<T>(IEnumerable<T> wishes, Action<T> ask)
    {
        var waiting = new Queue<int>();
        foreach (var wish in wishes)
        {
            if (waiting.Count == MaxWaiting)
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

    private FrameWriter Begin(FrameKind kind, bool findTurn) => writer.Begin(kind).Int32(++_requests).Byte(findTurn ? (byte)1 : (byte)0);

    private Recognition Await(int request)
    {
        Recognition answer;
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
        var words = outcome == RecognitionOutcome.Done ? File.ReadAllText(Path.Combine(folder, RecognitionDesk.AnswerName(request))) : "";
        _answers[request] = new Recognition(outcome, words);
    }
}
