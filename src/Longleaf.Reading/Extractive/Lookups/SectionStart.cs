using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Lookups;

/// <summary>Where the best match is no more than a title ("Clean up."), what stands under it answers.</summary>
internal static class SectionStart
{
    private const int MaxBytes = 6000;
    private const int MaxSentences = 3;
    private const int MaxItems = 8;

    /// <summary>What stands under it; <see langword="null"/> if the match says something itself, or nothing follows.</summary>
    public static AnswerLine? Find(RankedStatement best, Question question, Query query, IReadOnlyList<ReadableDocument> documents)
    {
        var statement = best.Statement;
        var document = documents[statement.Document];
        var block = document.Blocks[statement.Block];
        var isTitle = statement.Kind == StatementKind.Heading || ((TitleLine.Holds(statement, document) || StatementRanker.SaysNothing(statement, best.Terms, question, query)) && block.Location.ByteLength <= statement.ByteLength + 8);
        if (!isTitle || (best.HasType && AnswerSpans.Has(question.Type)))
        {
            return null;
        }

        var from = block.Location.ByteStart + block.Location.ByteLength;
        var under = StatementReader.Read(document, statement.Document, from, Math.Min(MaxBytes, document.Text.Bytes - from))
            .TakeWhile(next => next.Kind != StatementKind.Heading)
            .ToArray();
        if (under.Length == 0)
        {
            return null;
        }

        var items = under.TakeWhile(next => next.IsListItem).Take(MaxItems).ToArray();
        var line = new LineBuilder(documents, question.Language).Frame(Citations.QuotedText.Inert(statement.Text.Trim().TrimEnd('.', '。', ':', '：'))).Frame(items.Length > 1 ? Phrases.In(question.Language).Colon.TrimEnd() : Phrases.In(question.Language).Colon);
        if (items.Length > 1)
        {
            line.Cite(items[0], 0, items[0].Text.Length).Sources();
            foreach (var item in items)
            {
                line.Frame("\n- ").Quote(item, ..);
            }

            return line.ToLine();
        }

        foreach (var next in under.Take(MaxSentences))
        {
            line.Frame(next == under[0] || QuestionLanguage.IsIdeograph(next.Text[0]) ? "" : " ");
            AnswerShape.WriteWhole(line, next).Stop();
        }

        return line.Sources().ToLine();
    }
}
