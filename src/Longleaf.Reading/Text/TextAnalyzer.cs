namespace Longleaf.Reading.Text;

/// <summary>
/// Turns text into index terms: English words folded, stopped and stemmed; runs of ideographs as bigrams (a lone one as
/// itself); numbers, ids and e-mail addresses whole and in parts.
/// </summary>
public static class TextAnalyzer
{
    /// <summary>The terms of a text in order, each with where it stands. Linear in the text's length whatever the text.</summary>
    public static IReadOnlyList<AnalyzedTerm> Analyze(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sink = new ListSink([]);
        new TermScanner<ListSink>(ref sink, indexing: false).Scan(text);
        return sink.Terms;
    }

    private readonly struct ListSink(List<AnalyzedTerm> terms) : ITermSink
    {
        public List<AnalyzedTerm> Terms { get; } = terms;

        public void Add(ReadOnlySpan<char> term, int start, int length) => Terms.Add(new AnalyzedTerm(term.ToString(), start, length));
    }
}
