namespace Longleaf.Reading.Text;

/// <summary>
/// Turns text into index terms: English words folded, stopped and stemmed; runs of ideographs as bigrams (a lone one as
/// itself); numbers, ids and e-mail addresses whole and in parts.
/// </summary>
public static class TextAnalyzer
{
    /// <summary>The terms of a text in order, each with where it stands.</summary>
    public static IReadOnlyList<AnalyzedTerm> Analyze(string text) => throw new NotImplementedException(text);
}
