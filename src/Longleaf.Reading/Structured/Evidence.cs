using System.Text;
using System.Text.RegularExpressions;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Structured;

/// <summary>What the documents of a conversation say that fields can be filled with.</summary>
internal sealed partial class Evidence
{
    // Documents beyond it are read where search leads.
    private const int MaxDocumentBytes = 2_000_000;
    private const long MaxBytes = 8_000_000;
    private const int SearchedPassages = 40;
    private const int MaxWords = 40;

    private readonly DocumentFacts?[] _facts;
    private readonly IReadOnlyList<FieldQuery> _fields;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<Statement, HashSet<string>> _terms = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Statement, bool> _named = new(ReferenceEqualityComparer.Instance);
    private long _left = MaxBytes;

    /// <summary>The evidence of a conversation; documents are read as they are asked for.</summary>
    /// <param name="question">The question.</param>
    /// <param name="documents">The conversation's documents.</param>
    /// <param name="fields">The fields wanted.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public Evidence(Question question, IReadOnlyList<ReadableDocument> documents, IReadOnlyList<FieldQuery> fields, CancellationToken cancellationToken)
    {
        (Question, Documents, _facts, _fields, _cancellationToken) = (question, documents, new DocumentFacts?[documents.Count], fields, cancellationToken);
        Subject = new Subject(question, fields.SelectMany(field => field.Terms).Select(term => term.Term).ToHashSet(StringComparer.Ordinal));
        IsPerDocument = documents.Count > 1 && (question.PerDocument || Each().IsMatch(question.Text));
    }

    /// <summary>The question.</summary>
    public Question Question { get; }

    /// <summary>The conversation's documents.</summary>
    public IReadOnlyList<ReadableDocument> Documents { get; }

    /// <summary>What the question is about.</summary>
    public Subject Subject { get; }

    /// <summary>Whether each document is asked about by itself.</summary>
    public bool IsPerDocument { get; }

    /// <summary>Whether every document that was asked for was read in full.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>The facts of a document.</summary>
    public DocumentFacts Facts(int position) => _facts[position] ??= Read(position);

    /// <summary>The documents that the question is put to: those that hold what it is about, else those it names, else all.</summary>
    public IReadOnlyList<int> Scope()
    {
        int[] all = [.. Enumerable.Range(0, Documents.Count)];
        var asked = Question.Documents.Count > 0 ? Question.Documents : all;
        if (all.Length < 2 || IsPerDocument || Subject.Names.Count == 0)
        {
            return asked;
        }

        // "The invoice of Schmidt AG" is not in invoice.pdf, if that is another's.
        int[] holding = [.. asked.Where(Holds)];
        holding = holding.Length > 0 ? holding : [.. all.Where(Holds)];
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

    /// <summary>Whether the question names what a row is about.</summary>
    public bool IsOfSubject(Statement row)
    {
        if (!_named.TryGetValue(row, out var named))
        {
            _named[row] = named = row.Cells.Any(cell => Subject.IsNamedBy(row.Text[cell]));
        }

        return named;
    }

    /// <summary>The terms of a sentence.</summary>
    public HashSet<string> TermsOf(Statement sentence)
    {
        if (!_terms.TryGetValue(sentence, out var terms))
        {
            _terms[sentence] = terms = LabelTerms.Of(sentence.Text);
        }

        return terms;
    }

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

    private DocumentFacts Read(int position)
    {
        var document = Documents[position];
        var whole = document.Text.Bytes <= Math.Min(MaxDocumentBytes, _left);
        var blocks = whole ? Enumerable.Range(0, document.Blocks.Count) : Found(position);
        _left -= whole ? document.Text.Bytes : 0;
        IsWhole &= whole;
        return new FactReader(document, position).Read(blocks, _cancellationToken);
    }

    private bool Holds(int position) =>
        Subject.IsNamedIn(Documents[position].Name) || Facts(position).Facts.Any(fact => Subject.IsNamedIn(fact.Text)) || Facts(position).Tables.Any(table => table.Rows.Any(row => Subject.IsNamedIn(row.Text)))
        || Facts(position).Sentences.Any(sentence => Subject.IsNamedIn(sentence.Text));

    private SortedSet<int> Found(int position)
    {
        var (document, scope) = (Documents[position], new ReadingScope(Documents, [position]));
        var words = string.Join(' ', _fields.Select(field => field.Words).Distinct().Take(MaxWords));
        var wide = Question with { Search = $"{Question.Search} {words}" };
        var blocks = new SortedSet<int>();
        foreach (var hit in PassageRanker.Rank(wide, Query.Of(wide, scope.Search), scope, SearchedPassages, _cancellationToken))
        {
            var passage = document.Segment.GetPassage(hit.Number);
            for (var block = Math.Max(0, document.Blocks.Find(passage.ByteStart)); block < document.Blocks.Count && document.Blocks[block].Location.ByteStart < passage.ByteStart + passage.ByteLength; block++)
            {
                blocks.Add(block);
            }
        }

        return blocks;
    }

    [GeneratedRegex(@"\b(?:of|for|from|in|per) (?:each|every)\b|\beach (?:\w+ )?(?:document|file|invoice|contract|report|manual|letter|model|machine|product|company|person|candidate|cv|resume)\b|每[一]?[个份篇台款位家]|各[个份篇台款位家]", RegexOptions.IgnoreCase)]
    private static partial Regex Each();
}
