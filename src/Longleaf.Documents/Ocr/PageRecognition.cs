using Longleaf.Documents.Ocr.Preparation;

namespace Longleaf.Documents.Ocr;

/// <summary>
/// Recognises pages and pictures: prepared, in the language of the pages before, and once more those that come out poorly, in the language and
/// the way round that they are found to have.
/// </summary>
internal sealed class PageRecognition(IRecognizer recognizer)
{
    private readonly ScriptFinder _scripts = new(recognizer);

    /// <summary>Recognises pages of a PDF.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="progress">Called after each with how many are done.</param>
    /// <returns>What came of each, in their order.</returns>
    public IReadOnlyList<RecognizedPage> Recognize(IReadOnlyList<PageToRecognize> pages, Action<int> progress)
    {
        var results = new List<RecognizedPage>();
        foreach (var result in Run(recognizer.Draw(pages).Select(drawn => drawn.Picture is { } picture
            ? FirstJob(picture, pages.Count == 1)
            : new RecognitionJob(drawn.Outcome, null, TextScript.Any, PictureLayout.Page))))
        {
            results.Add(result);
            progress(results.Count);
        }

        var again = Enumerable.Range(0, results.Count).Where(index => results[index].IsDoubtful).ToList();
        var drawnAgain = recognizer.Draw([.. again.Select(index => pages[index])]);
        foreach (var (index, result) in again.Zip(Run(drawnAgain.Zip(again, (drawn, index) => SecondJob(drawn.Picture, results[index])))))
        {
            results[index] = results[index].OrBetter(result);
            progress(results.Count);
        }

        return results;
    }

    /// <summary>Recognises a picture.</summary>
    public RecognizedPage Recognize(GrayPicture picture)
    {
        var result = Run([FirstJob(picture, isOnly: true)]).Single();
        return result.IsDoubtful ? result.OrBetter(Run([SecondJob(picture, result)]).Single()) : result;
    }

    /// <summary>Recognises pictures that lie as they are to be read: the first are asked for before this returns.</summary>
    /// <returns>What came of each, in their order.</returns>
    public IEnumerable<RecognizedPage> Recognize(IEnumerable<GrayPicture> pictures) =>
        Run(pictures.Select(picture => Job(picture, TextScript.Any, PictureLayout.Page)));

    private static RecognitionJob Job(GrayPicture picture, TextScript script, PictureLayout layout) =>
        new(RecognitionOutcome.Done, PagePreparation.Prepare(picture, script), script, layout);

    private RecognitionJob FirstJob(GrayPicture picture, bool isOnly)
    {
        var job = Job(picture, _scripts.Known ?? TextScript.Any, PictureLayout.Page);
        if (_scripts.Known is not null)
        {
            return job;
        }

        var script = _scripts.First(job.Page!, isOnly);
        return script.IsEastAsian() ? Job(picture, script, PictureLayout.Page) : job with { Script = script };
    }

    private RecognitionJob SecondJob(GrayPicture? picture, RecognizedPage first)
    {
        var script = picture is null ? first.Script : _scripts.Second(PagePreparation.Prepare(picture, first.Script), first);
        // Lines that read well in another language lie right.
        var layout = script == first.Script && first.MayBeTurned ? PictureLayout.TurnedPage : PictureLayout.Page;
        // The same again is not worth its time.
        return picture is null || (script == first.Script && layout == PictureLayout.Page)
            ? new RecognitionJob(RecognitionOutcome.Failed, null, script, layout)
            : Job(picture, script, layout);
    }

    // Pages are asked for as there is room; each comes out when all of its pictures are through.
    private IEnumerable<RecognizedPage> Run(IEnumerable<RecognitionJob> jobs)
    {
        var open = new Queue<(RecognitionJob Job, int Pictures)>();
        return Results(recognizer.Recognize(Pictures()));

        IEnumerable<RecognizedPage> Results(IEnumerable<Recognition> recognitions)
        {
            var parts = new List<Recognition>();
            foreach (var part in recognitions)
            {
                parts.Add(part);
                while (open.TryPeek(out var first) && parts.Count >= first.Pictures)
                {
                    open.Dequeue();
                    yield return first.Job.Read(parts[..first.Pictures]);
                    parts.RemoveRange(0, first.Pictures);
                }
            }

            foreach (var (job, _) in open)
            {
                yield return job.Read([]);
            }
        }

        IEnumerable<PictureToRecognize> Pictures()
        {
            foreach (var job in jobs)
            {
                var pictures = job.Pictures().ToList();
                open.Enqueue((job, pictures.Count));
                foreach (var picture in pictures)
                {
                    yield return picture;
                }
            }
        }
    }
}
