using Longleaf.Evaluation.Baselines;
using Longleaf.Evaluation.Data;
using Longleaf.Evaluation.Scoring;
using Longleaf.Reading;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Planning;

namespace Longleaf.Evaluation.Questions;

/// <summary>Looks how near to the top the reader, and the peer, have the answer to a question.</summary>
internal static class AnswerFinder
{
    private const int Sentences = 5;

    // More than 4,000 tokens of them, and more than ten paragraphs.
    private const int Passages = 60;

    /// <summary>The statements of the reader, best first.</summary>
    public static IReadOnlyList<RankedStatement> Rank(QuestionPool pool, string text, CancellationToken cancellationToken)
    {
        var (question, scope) = Understand(pool, text);
        return StatementRanker.Rank(question, Query.Of(question, scope.Search), scope, cancellationToken);
    }

    /// <summary>The passages of the reader, best first.</summary>
    public static IReadOnlyList<RankedPassage> RankPassages(QuestionPool pool, string text, CancellationToken cancellationToken)
    {
        var (question, scope) = Understand(pool, text);
        return PassageRanker.Rank(question, Query.Of(question, scope.Search), scope, Passages, cancellationToken);
    }

    /// <summary>Where the reader has it.</summary>
    /// <param name="pool">The documents.</param>
    /// <param name="setPosition">The position of the question's set.</param>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Finding Find(QuestionPool pool, int setPosition, KnownQuestion question, CancellationToken cancellationToken)
    {
        var set = pool.Sets[setPosition];
        var (asked, scope) = Understand(pool, question.Text);
        var query = Query.Of(asked, scope.Search);
        var statements = StatementRanker.Rank(asked, query, scope, cancellationToken).Take(Sentences).ToList();
        var sentence = 1 + statements.FindIndex(statement => set.Set.AnswersAreParagraphs
            ? statement.Statement.Document == setPosition && set.UnitOf(statement.Statement.ByteStart) == question.Unit
            : KnownAnswer.IsIn(statement.Statement.Text, question.Answers));
        var (paragraph, evidence, tokens, seen) = (0, default(int?), 0, new HashSet<(int, int)>());
        foreach (var found in PassageRanker.Rank(asked, query, scope, Passages, cancellationToken))
        {
            var document = pool.Documents[found.Document];
            var passage = document.Segment.GetPassage(found.Number);
            var isOfSet = found.Document == setPosition;
            seen.Add((found.Document, isOfSet ? set.UnitOf(passage.ByteStart) : found.Number));
            tokens += passage.Tokens;
            if (!isOfSet || !set.Overlaps(passage, question.Unit))
            {
                continue;
            }

            if (paragraph == 0 && (set.Set.AnswersAreParagraphs || set.UnitOf(passage.ByteStart) == question.Unit))
            {
                paragraph = seen.Count;
            }

            evidence ??= set.Set.AnswersAreParagraphs || KnownAnswer.IsIn(document.ReadPassage(passage), question.Answers) ? tokens : null;
        }

        return new Finding(sentence, paragraph, evidence);
    }

    /// <summary>Where the peer has it.</summary>
    public static Finding Find(PlainPool pool, int setPosition, QuestionSet set, KnownQuestion question)
    {
        var found = pool.Search.Search(question.Text, Passages);
        var gold = pool.NumberOf(setPosition, question.Unit);
        var goldText = pool.TextOf(gold);
        var sentence = 1 + PlainSentences.Rank(pool.Search, found, question.Text, pool.TextOf).Take(Sentences).ToList()
            .FindIndex(text => set.AnswersAreParagraphs ? goldText.Contains(text, StringComparison.Ordinal) : KnownAnswer.IsIn(text, question.Answers));
        var tokens = 0;
        for (var i = 0; i < found.Count; i++)
        {
            tokens += pool.TokensOf(found[i].Unit);
            if (found[i].Unit == gold)
            {
                return new Finding(sentence, i + 1, tokens);
            }
        }

        return new Finding(sentence, 0, null);
    }

    // A question that names documents is put to those alone, as the reader does.
    private static (Question Question, ReadingScope Scope) Understand(QuestionPool pool, string text)
    {
        var question = QuestionReader.Read(new Conversation { Documents = pool.Documents, Turns = [new Turn(TurnAuthor.User, text)] });
        return (question, question.Documents.Count == 0 ? pool.Scope : new ReadingScope(pool.Documents, question.Documents));
    }
}
