using Longleaf.Reading.Text;

namespace Longleaf.Reading.Index;

/// <summary>Turns the sentences of a passage into postings: its body, the headings above it and the name of its document.</summary>
internal sealed class PassageIndexer
{
    /// <summary>What a term of a heading, or of the document's name, counts beside one of the body.</summary>
    public const int HeadingWeight = 2;

    private readonly TermTable _terms;
    private readonly PostingsArena _postings;
    private readonly PassageTable _passages;
    private readonly TitleTable _titles;
    private readonly int[] _nameTerms;
    private readonly List<int> _touched = [];
    private int[] _frequencies = new int[1024];
    private IReadOnlyList<string> _section = [];
    private int[] _sectionTerms = [];

    /// <summary>Prepares for a document.</summary>
    public PassageIndexer(string documentName, TermTable terms, PostingsArena postings, PassageTable passages, TitleTable titles)
    {
        (_terms, _postings, _passages, _titles) = (terms, postings, passages, titles);
        _nameTerms = Analyze(Path.GetFileNameWithoutExtension(documentName));
    }

    /// <summary>Adds the next passage.</summary>
    public void Add(IReadOnlyList<PackedSentence> sentences)
    {
        var lead = sentences.FirstOrDefault(sentence => (sentence.Traits & SentenceTraits.Heading) == 0) ?? sentences[0];
        Count(_nameTerms, HeadingWeight);
        Count(SectionTerms(lead.Section), HeadingWeight);
        int[] header = [];
        foreach (var sentence in sentences)
        {
            // A heading at the end of a passage belongs to the next, which repeats it.
            if (sentence.TitleKeys.Length > 0 && (sentences.Count == 1 || !ReferenceEquals(sentence, sentences[^1])))
            {
                _titles.Add(sentence.TitleKeys, _passages.Count);
            }

            var weight = (sentence.Traits & SentenceTraits.Heading) != 0 ? HeadingWeight : 1;
            Count(sentence.Terms, weight);
            if ((sentence.Traits & SentenceTraits.TableHeader) != 0)
            {
                header = sentence.Terms;
            }
            else if (sentence.Header.Length > 0 && !sentence.Header.AsSpan().SequenceEqual(header))
            {
                header = sentence.Header;
                Count(header, 1);
            }
        }

        Store(sentences);
    }

    private void Store(IReadOnlyList<PackedSentence> sentences)
    {
        var (passage, length) = (_passages.Count, 0);
        foreach (var term in _touched)
        {
            _postings.Add(term, passage, _frequencies[term]);
            length += _frequencies[term];
            _frequencies[term] = 0;
        }

        _touched.Clear();
        var tokens = 0;
        foreach (var sentence in sentences)
        {
            tokens += sentence.Tokens;
        }

        _passages.Add(sentences[0].ByteStart, sentences[^1].ByteEnd - sentences[0].ByteStart, tokens, length);
    }

    private void Count(int[] terms, int weight)
    {
        if (_terms.Count > _frequencies.Length)
        {
            Array.Resize(ref _frequencies, Math.Max(_terms.Count, _frequencies.Length * 2));
        }

        foreach (var term in terms)
        {
            if (_frequencies[term] == 0)
            {
                _touched.Add(term);
            }

            _frequencies[term] += weight;
        }
    }

    private int[] SectionTerms(IReadOnlyList<string> section)
    {
        if (!ReferenceEquals(section, _section) && !section.SequenceEqual(_section))
        {
            _sectionTerms = [.. section.SelectMany(Analyze)];
        }

        _section = section;
        return _sectionTerms;
    }

    private int[] Analyze(string? text)
    {
        var ids = new List<int>();
        var sink = new TermIdSink(_terms, ids);
        new TermScanner<TermIdSink>(ref sink, indexing: true).Scan(text);
        return [.. ids];
    }
}
