using System.Text;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Structured;

/// <summary>What the documents of a conversation say that fields can be filled with.</summary>
internal sealed class Evidence
{
    // Documents beyond it are read where search leads.
    private const int MaxDocumentBytes = 2_000_000;
    private const long MaxBytes = 8_000_000;
    private const int SearchedPassages = 40;

    private readonly DocumentFacts?[] _facts;

    private Evidence(Question question, IReadOnlyList<ReadableDocument> documents, Subject subject, DocumentFacts?[] facts, bool isWhole)
    {
        (Question, Documents, Subject, IsWhole) = (question, documents, subject, isWhole);
        _facts = facts;
    }

    /// <summary>The question.</summary>
    public Question Question { get; }

    /// <summary>The conversation's documents.</summary>
    public IReadOnlyList<ReadableDocument> Documents { get; }

    /// <summary>What the question is about.</summary>
    public Subject Subject { get; }

    /// <summary>Whether every document asked about was read in full.</summary>
    public bool IsWhole { get; }

    /// <summary>Reads the documents asked about.</summary>
    /// <param name="question">The question.</param>
    /// <param name="documents">The conversation's documents.</param>
    /// <param name="fields">The fields wanted.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static Evidence Read(Question question, IReadOnlyList<ReadableDocument> documents, IReadOnlyList<FieldQuery> fields, CancellationToken cancellationToken)
    {
        var terms = fields.SelectMany(field => field.Terms).Select(term => term.Term).ToHashSet(StringComparer.Ordinal);
        var (facts, left, isWhole) = (new DocumentFacts?[documents.Count], MaxBytes, true);
        foreach (var position in Asked(question, documents.Count))
        {
            var document = documents[position];
            var whole = document.Text.Bytes <= Math.Min(MaxDocumentBytes, left);
            IEnumerable<int> blocks = whole ? Enumerable.Range(0, document.Blocks.Count) : Found(question, fields, documents, position, cancellationToken);
            facts[position] = new FactReader(document, position).Read(blocks, cancellationToken);
            left -= whole ? document.Text.Bytes : 0;
            isWhole &= whole;
        }

        return new Evidence(question, documents, new Subject(question, terms), facts, isWhole);
    }

    /// <summary>The facts of a document.</summary>
    public DocumentFacts Facts(int position) => _facts[position] ?? throw new InvalidOperationException("The document was not read.");

    /// <summary>The documents that the question is put to: those it names, else those that hold what it is about, else all.</summary>
    public IReadOnlyList<int> Scope()
    {
        int[] asked = [.. Asked(Question, Documents.Count)];
        if (asked.Length < 2 || Question.PerDocument || Subject.Names.Count == 0)
        {
            return asked;
        }

        int[] holding = [.. asked.Where(Holds)];
        return holding.Length > 0 ? holding : asked;
    }

    /// <summary>Whole documents as a place to look in.</summary>
    public FieldScope Whole(IReadOnlyList<int> positions) => new()
    {
        Facts = [.. positions.SelectMany(position => Facts(position).Facts)],
        Tables = [.. positions.SelectMany(position => Facts(position).Tables)],
        Lists = [.. positions.SelectMany(position => Facts(position).Lists)],
        Sentences = [.. positions.SelectMany(position => Facts(position).Sentences)],
        Documents = positions,
        IsWhole = true,
    };

    /// <summary>The citation of a stretch of a statement; none if it is not found again.</summary>
    public IReadOnlyList<Citation> Cite(Statement statement, Range range)
    {
        var (start, length) = range.GetOffsetAndLength(statement.Text.Length);
        var quote = statement.Text.Substring(start, length);
        start += quote.Length - quote.TrimStart().Length;
        quote = quote.Trim();
        var at = statement.ByteStart + Encoding.UTF8.GetByteCount(statement.Text.AsSpan(0, start));
        return QuoteFinder.Find(Documents[statement.Document], quote, at) is { } citation ? [citation] : [];
    }

    private static IEnumerable<int> Asked(Question question, int documents) => question.Documents.Count > 0 ? question.Documents : Enumerable.Range(0, documents);

    private bool Holds(int position) =>
        Subject.IsNamedIn(Documents[position].Name) || Facts(position).Facts.Any(fact => Subject.IsNamedIn(fact.Text)) || Facts(position).Tables.Any(table => table.Rows.Any(row => Subject.IsNamedIn(row.Text)))
        || Facts(position).Sentences.Any(sentence => Subject.IsNamedIn(sentence.Text));

    private static SortedSet<int> Found(Question question, IReadOnlyList<FieldQuery> fields, IReadOnlyList<ReadableDocument> documents, int position, CancellationToken cancellationToken)
    {
        var scope = new ReadingScope(documents, [position]);
        var words = string.Join(' ', fields.Select(field => field.Words).Distinct().Take(40));
        var wide = question with { Search = $"{question.Search} {words}" };
        var blocks = new SortedSet<int>();
        foreach (var hit in PassageRanker.Rank(wide, Query.Of(wide, scope.Search), scope, SearchedPassages, cancellationToken))
        {
            var document = documents[position];
            var passage = document.Segment.GetPassage(hit.Number);
            for (var block = Math.Max(0, document.Blocks.Find(passage.ByteStart)); block < document.Blocks.Count && document.Blocks[block].Location.ByteStart < passage.ByteStart + passage.ByteLength; block++)
            {
                blocks.Add(block);
            }
        }

        return blocks;
    }
}
