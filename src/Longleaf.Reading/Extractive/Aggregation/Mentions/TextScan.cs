using System.Text;
using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive.Lookups;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Aggregation.Mentions;

/// <summary>Goes through whole texts, block by block, for words or values.</summary>
/// <param name="documents">The conversation's documents.</param>
/// <param name="positions">Which of them.</param>
internal sealed partial class TextScan(IReadOnlyList<ReadableDocument> documents, IReadOnlyList<int> positions)
{
    private const int MaxWords = 200_000;

    // A statement of a pattern's search: patterns take long on lines without end.
    private const int MaxPiece = 16_384;

    /// <summary>Where a term stands as a whole word, whatever its case; ideographs have no word borders.</summary>
    public IEnumerable<Occurrence> Term(string term, CancellationToken cancellationToken) => Scan((text, found) =>
    {
        for (var at = text.IndexOf(term, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(term, at + term.Length, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !Joins(text[at - 1], term[0])) && (at + term.Length == text.Length || !Joins(text[at + term.Length], term[^1])))
            {
                found.Add((at, term.Length));
            }
        }
    }, cancellationToken);

    /// <summary>Where values of a kind stand.</summary>
    public IEnumerable<Occurrence> Values(ValueKind kind, CancellationToken cancellationToken)
    {
        var pattern = ValueKinds.Pattern(kind);
        return Scan((text, found) =>
        {
            if (!ValueKinds.MayHold(text, kind))
            {
                return;
            }

            for (var start = 0; start < text.Length; start += MaxPiece)
            {
                foreach (var match in pattern.EnumerateMatches(text.AsSpan(start, Math.Min(MaxPiece, text.Length - start))))
                {
                    if (ValueKinds.Is(text.Substring(start + match.Index, match.Length).Trim(), kind) && (kind != ValueKind.Person || IsPerson(text.Substring(start + match.Index, match.Length))))
                    {
                        found.Add((start + match.Index, match.Length));
                    }
                }
            }
        }, cancellationToken);
    }

    /// <summary>The words that stand without a capital somewhere.</summary>
    public HashSet<string> PlainWords(CancellationToken cancellationToken)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var _ in Scan((text, _) =>
        {
            foreach (var word in PlainWord().EnumerateMatches(text))
            {
                if (words.Count < MaxWords)
                {
                    lookup.Add(text.AsSpan(word.Index, word.Length));
                }
            }
        }, cancellationToken))
        {
        }

        return words;
    }

    private static bool IsPerson(string name) => AnswerSpans.Find(name, PersonQuestion).Count > 0;

    private static readonly Question PersonQuestion = new() { Text = "", Search = "", Language = AnswerLanguage.English, Route = Route.Aggregate, Type = AnswerType.Person };

    // Letters and digits of one script join to words.
    private static bool Joins(char outside, char inside) =>
        char.IsLetterOrDigit(outside) && char.IsLetterOrDigit(inside) && !QuestionLanguage.IsIdeograph(outside) && !QuestionLanguage.IsIdeograph(inside);

    private IEnumerable<Occurrence> Scan(Action<string, List<(int Start, int Length)>> find, CancellationToken cancellationToken)
    {
        var found = new List<(int Start, int Length)>();
        foreach (var position in positions)
        {
            var document = documents[position];
            for (var block = 0; block < document.Blocks.Count; block++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var location = document.Blocks[block].Location;
                var text = document.Text.Read(location.ByteStart, location.ByteLength);
                found.Clear();
                find(text, found);
                var (counted, bytes) = (0, location.ByteStart);
                foreach (var (start, length) in found)
                {
                    bytes += Encoding.UTF8.GetByteCount(text.AsSpan(counted, start - counted));
                    counted = start;
                    yield return new Occurrence(position, block, bytes, text.Substring(start, length));
                }
            }
        }
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\p{Ll}{3,40}(?![\p{L}\p{N}])")]
    private static partial Regex PlainWord();
}
