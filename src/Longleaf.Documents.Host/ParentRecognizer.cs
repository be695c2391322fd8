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

    private readonly Dictionary<int, Answer> _answers = [];
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

    // The first are asked for at once, and not when an answer is first taken: the tools work while the reader does something else.
    private IEnumerable<Answer> Work<T>(IEnumerable<T> wishes, int most, Action<T> ask)
    {
        var (next, waiting) = (wishes.GetEnumerator(), new Queue<int>());
        while (waiting.Count < most && next.MoveNext())
        {
            Ask();
        }

        return Answers();

        IEnumerable<Answer> Answers()
        {
            using (next)
            {
                while (next.MoveNext())
                {
                    yield return Await(waiting.Dequeue());
                    Ask();
                }
            }

            while (waiting.TryDequeue(out var request))
            {
                yield return Await(request);
            }
        }

        void Ask()
        {
            ask(next.Current);
            waiting.Enqueue(_requests);
        }
    }

    private Answer Await(int request)
    {
        Answer? answer;
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
        _answers[request] = new(outcome, outcome == RecognitionOutcome.Done ? File.ReadAllBytes(Path.Combine(folder, RecognitionDesk.AnswerName(request))) : []);
    }

    private sealed record Answer(RecognitionOutcome Outcome, byte[] File);
}
