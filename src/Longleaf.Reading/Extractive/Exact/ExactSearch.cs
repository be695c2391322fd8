using System.Text;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Exact;

/// <summary>Finds the statements of documents that hold a string to the letter.</summary>
internal static class ExactSearch
{
    // Passages that hold all the words, then those that hold the string's, then the best by rank: what is looked at is bounded.
    private const int HoldingAll = 600;
    private const int HoldingString = 150;
    private const int Ranked = 200;
    private const int Margin = 512;
    private const int MaxScanHits = 64;
    private const int ScanWindow = 4 << 20;

    /// <summary>The statements, in reading order.</summary>
    /// <param name="phrase">The string.</param>
    /// <param name="beside">Terms that stand beside it where it is rightly meant; passages with them are looked at first.</param>
    /// <param name="scope">The documents.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static IReadOnlyList<Statement> Find(string phrase, IReadOnlyList<string> beside, ReadingScope scope, CancellationToken cancellationToken)
    {
        string[] terms = [.. TextAnalyzer.Analyze(phrase).Select(term => term.Term).Distinct(StringComparer.Ordinal)];
        var found = Holding(phrase, terms, beside, scope, cancellationToken);
        if (found.Count == 0 && Parts(phrase) is { Length: > 0 } parts && !parts.SequenceEqual(terms))
        {
            // Where "key=ab-12" hangs together, ab-12 is a part and no whole.
            found = Holding(phrase, parts, beside, scope, cancellationToken);
        }

        return found.Count == 0 && IsCode(phrase) ? Scan(phrase, scope, cancellationToken) : found;
    }

    /// <summary>The statements that hold a string, in reading order; none if there are more than a few.</summary>
    public static IReadOnlyList<Statement> Few(string phrase, int most, ReadingScope scope, CancellationToken cancellationToken)
    {
        string[] terms = [.. TextAnalyzer.Analyze(phrase).Select(term => term.Term).Distinct(StringComparer.Ordinal)];
        if (terms.Length == 0)
        {
            return [];
        }

        var hits = scope.Search.First(terms, HoldingString, cancellationToken);
        if (hits.Count >= HoldingString)
        {
            return [];
        }

        var statements = new List<Statement>();
        foreach (var hit in hits)
        {
            var passage = scope.All[scope.PositionOf(hit)].Segment.GetPassage(hit.Passage);
            Add(statements, phrase, scope, scope.PositionOf(hit), passage.ByteStart, passage.ByteLength);
        }

        return Distinct(statements) is { } found && found.Count <= most ? found : [];
    }

    private static List<Statement> Holding(string phrase, string[] terms, IReadOnlyList<string> beside, ReadingScope scope, CancellationToken cancellationToken)
    {
        if (terms.Length == 0)
        {
            return [];
        }

        string[] all = [.. terms.Concat(beside).Distinct(StringComparer.Ordinal)];
        var hits = scope.Search.First(all, HoldingAll, cancellationToken)
            .Concat(all.Length == terms.Length ? [] : scope.Search.First(terms, HoldingString, cancellationToken))
            .Concat(scope.Search.Search([.. all.Select(term => new WeightedTerm(term, 1))], Ranked, cancellationToken));
        return Read(phrase, hits.Select(hit => (Document: scope.PositionOf(hit), hit.Passage)).Distinct().Order(), scope, cancellationToken);
    }

    private static List<Statement> Read(string phrase, IEnumerable<(int Document, int Passage)> passages, ReadingScope scope, CancellationToken cancellationToken)
    {
        var (statements, read) = (new List<Statement>(), passages.ToArray());
        foreach (var add in (Action<List<Statement>, string, ReadingScope, int, long, int>[])[Add, AddLine])
        {
            foreach (var (document, number) in statements.Count > 0 ? [] : read)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var passage = scope.All[document].Segment.GetPassage(number);
                add(statements, phrase, scope, document, passage.ByteStart, passage.ByteLength);
            }
        }

        return Distinct(statements);
    }

    private static void Add(List<Statement> statements, string phrase, ReadingScope scope, int position, long start, int length)
    {
        var document = scope.All[position];
        if (Verbatim.Holds(document.Text.Read(start, length), phrase))
        {
            statements.AddRange(StatementReader.Read(document, position, start, length).Where(statement => Verbatim.Holds(statement.Text, phrase)));
        }
    }

    // A line without an end is cut somewhere, perhaps in the middle of what is sought: the line is taken as it runs.
    private static void AddLine(List<Statement> statements, string phrase, ReadingScope scope, int position, long start, int length)
    {
        var document = scope.All[position];
        var around = Around(document, start, length);
        if (Line(around.Text, phrase) is { } line)
        {
            var lineStart = around.Start + Encoding.UTF8.GetByteCount(around.Text.AsSpan(0, line.Start.Value));
            statements.Add(new Statement { Document = position, Block = Math.Max(0, document.Blocks.Find(lineStart)), Kind = StatementKind.Sentence, Text = around.Text[line], ByteStart = lineStart });
        }
    }

    private static (string Text, long Start) Around(ReadableDocument document, long start, int length)
    {
        var (from, to) = (Math.Max(0, start - Margin), Math.Min(document.Text.Bytes, start + length + Margin));
        var bytes = document.Text.Slice(from, (int)(to - from));
        var skip = 0;
        while (skip < bytes.Length && skip < 4 && (bytes[skip] & 0xC0) == 0x80)
        {
            skip++;
        }

        return (Encoding.UTF8.GetString(bytes[skip..]), from + skip);
    }

    private static Range? Line(string text, string phrase)
    {
        if (Verbatim.Find(text, phrase) is not { } place)
        {
            return null;
        }

        var end = text.IndexOf('\n', place.End.Value);
        return (text.LastIndexOf('\n', place.Start.Value) + 1)..(end < 0 ? text.Length : end);
    }

    // Passages overlap: of a statement that one of them cut, the longer reading is kept.
    private static List<Statement> Distinct(List<Statement> statements) =>
        [.. statements.GroupBy(statement => (statement.Document, statement.ByteStart)).Select(same => same.MaxBy(statement => statement.Text.Length)!).OrderBy(statement => statement.Document).ThenBy(statement => statement.ByteStart)];

    // The last resort: through all the text, byte by byte, at gigabytes a second.
    private static List<Statement> Scan(string phrase, ReadingScope scope, CancellationToken cancellationToken)
    {
        var sought = Encoding.UTF8.GetBytes(phrase);
        var passages = new List<(int Document, int Passage)>();
        foreach (var position in scope.Positions)
        {
            var text = scope.All[position].Text;
            for (long start = 0, hits = 0; start < text.Bytes && hits < MaxScanHits;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var window = text.Slice(start, (int)Math.Min(ScanWindow, text.Bytes - start));
                var at = window.IndexOf(sought);
                if (at < 0)
                {
                    start += Math.Max(1, window.Length - sought.Length + 1);
                    continue;
                }

                hits++;
                passages.Add((position, Math.Max(0, scope.All[position].Segment.FindPassage(start + at))));
                start += at + sought.Length;
            }
        }

        return Read(phrase, passages.Distinct(), scope, cancellationToken);
    }

    // What a text says letter by letter and not in words: worth going through everything for.
    private static bool IsCode(string phrase) => phrase.Length >= 4 && phrase.Any(char.IsAsciiDigit);

    private static string[] Parts(string phrase) =>
        [.. phrase.Split(['-', '_', '.', '/', '=', '+', '#', '~', '@', '&', ' ', ':'], StringSplitOptions.RemoveEmptyEntries).SelectMany(part => TextAnalyzer.Analyze(part)).Select(term => term.Term).Distinct(StringComparer.Ordinal)];
}
