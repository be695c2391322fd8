using Longleaf.Documents;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Lookups;

/// <summary>Answers with a list where the document has one: the items below a lead-in ("The box holds:") or below a heading that is asked for.</summary>
internal static class ListAnswer
{
    private const int MaxItems = 12;

    // How far a list is followed past its first item.
    private const int MaxBlocks = 200;
    private const double HeadingCoverage = 0.55;

    /// <summary>The list; <see langword="null"/> if the statement leads to none.</summary>
    public static AnswerLine? Find(RankedStatement best, Question question, Query query, IReadOnlyList<ReadableDocument> documents)
    {
        var document = documents[best.Statement.Document];
        var first = FirstItem(best, question, query, document);
        if (first < 0)
        {
            return null;
        }

        var (items, more) = Items(document, best.Statement.Document, first);
        if (items.Count < 2)
        {
            return null;
        }

        var line = new LineBuilder(documents, question.Language);
        if ((best.Statement.IsListItem ? Lead(document, best.Statement.Document, first) : best.Statement) is { } lead)
        {
            line.Quote(lead, ..).Stop();
        }
        else
        {
            line.Frame(document.Blocks[first].Location.Section is [.., var title] ? Citations.QuotedText.Inert(title) : Citations.QuotedText.FileName(document.Name)).Frame(line.Phrases.Colon.TrimEnd()).Cite(items[0], 0, items[0].Text.Length);
        }
        line.Sources();
        var numbered = Numbered(document, first);
        for (var i = 0; i < items.Count; i++)
        {
            line.Frame(numbered ? "\n{0}. " : "\n- ", i + 1);
            line.Quote(items[i], ..);
        }

        if (more > 0)
        {
            line.Frame("\n\n").Frame(line.Phrases.More, more);
        }

        return line.ToLine();
    }

    // The sentence that introduces a list.
    private static Statement? Lead(ReadableDocument document, int position, int first)
    {
        if (first == 0 || document.Blocks[first - 1].Kind != BlockKind.Paragraph)
        {
            return null;
        }

        var location = document.Blocks[first - 1].Location;
        return StatementReader.Read(document, position, location.ByteStart, location.ByteLength) is [.., { Kind: StatementKind.Sentence } last] && Introduces(last) ? last : null;
    }

    private static bool Introduces(Statement statement) => statement.Text.TrimEnd() is [.., ':' or '：'];

    // The block of the list's first item, or -1.
    private static int FirstItem(RankedStatement best, Question question, Query query, ReadableDocument document)
    {
        var block = best.Statement.Block;
        if (!best.Statement.IsListItem)
        {
            var leads = Introduces(best.Statement) || TitleLine.Holds(best.Statement, document);
            return leads && block + 1 < document.Blocks.Count && document.Blocks[block + 1].Kind == BlockKind.ListItem ? block + 1 : -1;
        }

        if (question.Type is not (AnswerType.List or AnswerType.Manner) || document.Blocks[block].Location.Section is not [.., _])
        {
            return -1;
        }

        var heading = PassageRanker.Context(document, document.Blocks[block].Location);
        if (query.Coverage(heading, [], hasType: true) < HeadingCoverage)
        {
            return -1;
        }

        while (block > 0 && document.Blocks[block - 1].Kind == BlockKind.ListItem)
        {
            block--;
        }

        return block;
    }

    private static (List<Statement> Items, int More) Items(ReadableDocument document, int position, int first)
    {
        var (items, more) = (new List<Statement>(), 0);
        var level = document.Blocks[first].Level;
        for (var block = first; block < document.Blocks.Count && block < first + MaxBlocks && document.Blocks[block].Kind == BlockKind.ListItem; block++)
        {
            if (document.Blocks[block].Level > level)
            {
                continue;
            }

            if (items.Count == MaxItems)
            {
                more++;
                continue;
            }

            var location = document.Blocks[block].Location;
            var parts = StatementReader.Read(document, position, location.ByteStart, location.ByteLength);
            if (parts.Count > 0)
            {
                items.Add(parts.Count == 1 ? parts[0] : Whole(document, parts));
            }
        }

        return (items, more);
    }

    private static Statement Whole(ReadableDocument document, List<Statement> parts)
    {
        var length = (int)(parts[^1].ByteStart + parts[^1].ByteLength - parts[0].ByteStart);
        return parts[0] with { Kind = StatementKind.Sentence, Text = document.Text.Read(parts[0].ByteStart, length) };
    }

    private static bool Numbered(ReadableDocument document, int block)
    {
        var location = document.Blocks[block].Location;
        return location.ByteLength > 0 && char.IsAsciiDigit((char)document.Text.Slice(location.ByteStart, 1)[0]);
    }
}
