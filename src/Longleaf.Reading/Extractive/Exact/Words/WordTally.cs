using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Exact.Words;

/// <summary>Counts all words of documents and finds the most frequent, exactly, in bounded memory.</summary>
/// <remarks>
/// 1. Every word is counted in the bucket of its hash. A bucket's count bounds the counts of its words from above.
/// 2. The words of the fullest buckets are counted one by one. What stands in none of them comes less often than any of those that
/// reach the bound; if too few do, nothing is told.
/// </remarks>
internal sealed class WordTally
{
    private const int Buckets = 1 << 20;
    private const int FullBuckets = 8192;
    private const int LongestWord = 64;

    // Above this share of "the", "of", "and" a text is prose, whose most frequent words would be just those.
    private const double ProseShare = 0.3;
    private const int ProseFunctionWords = 8;

    // A run of ideographs up to here is taken for a word that blanks or commas part from the next.
    private const int LongestIdeographs = 4;
    private const double MostLongRuns = 0.1;

    private readonly uint[] _buckets = new uint[Buckets];
    private readonly Dictionary<string, long> _functionWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Form, long Count)> _words = new(StringComparer.Ordinal);
    private readonly bool _characters;
    private uint _least;
    private long _longRuns;

    private WordTally(bool characters) => _characters = characters;

    /// <summary>All words counted, function words too.</summary>
    public long Total { get; private set; }

    /// <summary>Whether function words are left out.</summary>
    public bool IsProse { get; private set; }

    /// <summary>The most frequent words and how often each comes, by falling count; none where words cannot be told apart.</summary>
    public IReadOnlyList<(string Word, long Count)> Top { get; private set; } = [];

    /// <summary>Counts.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="top">How many words are wanted.</param>
    /// <param name="characters">Whether ideographs are counted, and not words.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static WordTally Of(IEnumerable<ReadableDocument> documents, int top, bool characters, CancellationToken cancellationToken)
    {
        var tally = new WordTally(characters);
        ReadableDocument[] all = [.. documents];

        // :: Step 1
        tally.Scan(all, tally.AddToBucket, cancellationToken);
        var functionWords = tally._functionWords.Values.Sum();
        tally.IsProse = functionWords > ProseShare * tally.Total && tally._functionWords.Count >= ProseFunctionWords;
        tally._least = tally.Bound();

        // :: Step 2
        tally.Scan(all, tally.AddToWord, cancellationToken);
        tally.Finish(top);
        return tally;
    }

    private void Finish(int top)
    {
        if (!IsProse)
        {
            foreach (var (word, count) in _functionWords)
            {
                _words[word] = (word, count);
            }
        }

        (string Word, long Count)[] sorted = [.. _words.Values.Where(word => word.Count >= _least).OrderByDescending(word => word.Count).ThenBy(word => word.Form, StringComparer.Ordinal).Take(top)];
        var known = sorted.Length == top || _least <= 1;
        Top = known && _longRuns <= MostLongRuns * Total ? sorted : [];
    }

    // Such that at most FullBuckets buckets reach it.
    private uint Bound()
    {
        var counts = Array.FindAll(_buckets, count => count > 0);
        Array.Sort(counts);
        return counts.Length <= FullBuckets ? 1 : counts[^FullBuckets] + 1;
    }

    private void AddToBucket(ReadOnlySpan<char> folded, ReadOnlySpan<char> form)
    {
        Total++;
        if (StopWords.Contains(folded))
        {
            var word = folded.ToString();
            _functionWords[word] = _functionWords.GetValueOrDefault(word) + 1;
            return;
        }

        _buckets[Bucket(folded)]++;
    }

    private void AddToWord(ReadOnlySpan<char> folded, ReadOnlySpan<char> form)
    {
        if (_buckets[Bucket(folded)] < _least || StopWords.Contains(folded))
        {
            return;
        }

        ref var word = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_words.GetAlternateLookup<ReadOnlySpan<char>>(), folded, out var exists);

        // A word that is written small somewhere is no name.
        word = exists && !(char.IsUpper(word.Form[0]) && char.IsLower(form[0])) ? (word.Form, word.Count + 1) : (form.ToString(), word.Count + 1);
    }

    private static int Bucket(ReadOnlySpan<char> word) => string.GetHashCode(word) & (Buckets - 1);

    private void Scan(ReadableDocument[] documents, WordSink sink, CancellationToken cancellationToken)
    {
        foreach (var document in documents)
        {
            for (var block = 0; block < document.Blocks.Count; block++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var location = document.Blocks[block].Location;
                Scan(document.Text.Read(location.ByteStart, location.ByteLength), sink);
            }
        }
    }

    private void Scan(ReadOnlySpan<char> text, WordSink sink)
    {
        Span<char> folded = stackalloc char[LongestWord];
        for (var i = 0; i < text.Length;)
        {
            var kind = CharacterTable.ClassAt(text, i, out var units);
            if (kind is not (CharacterClass.Letter or CharacterClass.Ideograph) || (_characters && kind == CharacterClass.Letter))
            {
                i += units;
                continue;
            }

            var end = _characters ? i + units : End(text, i, kind);
            if (kind == CharacterClass.Ideograph && end - i > LongestIdeographs)
            {
                _longRuns++;
            }

            var length = Math.Min(end - i, LongestWord);
            for (var at = 0; at < length; at++)
            {
                folded[at] = char.ToLowerInvariant(text[i + at]);
            }

            sink(folded[..length], text.Slice(i, length));
            i = end;
        }
    }

    private static int End(ReadOnlySpan<char> text, int start, CharacterClass kind)
    {
        var end = start;
        while (end < text.Length)
        {
            var found = CharacterTable.ClassAt(text, end, out var units);
            var goesOn = found == kind || (kind == CharacterClass.Letter && found is CharacterClass.Mark or CharacterClass.Digit)
                || (kind == CharacterClass.Letter && text[end] is '\'' or '’' or '-' or '_' && end + 1 < text.Length && CharacterTable.ClassOf(text[end + 1]) == CharacterClass.Letter);
            if (!goesOn)
            {
                break;
            }

            end += units;
        }

        return end;
    }

    private delegate void WordSink(ReadOnlySpan<char> folded, ReadOnlySpan<char> form);
}
