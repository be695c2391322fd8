using Longleaf.Evaluation.Asking;
using Longleaf.Evaluation.Data;
using Longleaf.Evaluation.Scoring;

namespace Longleaf.Evaluation.Questions;

/// <summary>Puts questions to something, as many at once as there are processors.</summary>
internal static class QuestionRun
{
    /// <summary>Measures each question of a list, in its order.</summary>
    public static async Task<IReadOnlyList<TResult>> EachAsync<TQuestion, TResult>(
        string stage, IReadOnlyList<TQuestion> questions, Func<TQuestion, CancellationToken, Task<TResult>> measure, IProgress<EvaluationProgress> progress, CancellationToken cancellationToken)
    {
        var (results, done) = (new TResult[questions.Count], 0);
        var parallel = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        await Parallel.ForAsync(0, questions.Count, parallel, async (i, cancelled) =>
        {
            results[i] = await measure(questions[i], cancelled);
            progress.Report(new EvaluationProgress(stage, Interlocked.Increment(ref done), questions.Count));
        });
        return results;
    }

    /// <summary>Finds and asks.</summary>
    public static async Task<QuestionResult> MeasureAsync(QuestionPool pool, PlainPool? plain, int setPosition, KnownQuestion question, CancellationToken cancellationToken)
    {
        var set = pool.Sets[setPosition];
        var found = AnswerFinder.Find(pool, setPosition, question, cancellationToken);
        var peer = plain is null ? default(Finding?) : AnswerFinder.Find(plain, setPosition, set.Set, question);
        var answer = await ReaderClient.AskAsync(pool.Documents, question.Text, cancellationToken);
        var isRight = set.Set.AnswersAreParagraphs
            ? answer.Citations.Any(citation => citation.DocumentId == set.Document.Id && set.Holds(question.Unit, citation.Start))
            : KnownAnswer.IsIn(answer.Body, question.Answers);
        return new QuestionResult(question, found, peer, answer, isRight, KnownAnswer.IsBold(answer, question.Answers));
    }
}
