using Longleaf.Reading.Index;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Planning;

/// <summary>
/// Links between passages: one mentions the title that another stands under. So a second step of a question is found, whose words the
/// question does not have ("the mayor of the town where X was born").
/// </summary>
/// <param name="scope">Where titles are looked for.</param>
internal sealed class TitleLinks(ReadingScope scope)
{
    // More passages under one title, or more titles in one text, and the mention says nothing.
    private const int MostPassages = 4;
    private const int MostLinks = 24;
    private const int ShortestTerm = 4;

    private static readonly List<PassageHit> None = [];

    /// <summary>The passages that stand under titles which a text mentions, in the order of the mentions.</summary>
    /// <param name="text">A passage's text.</param>
    /// <param name="terms">Its terms in order.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IReadOnlyList<PassageHit> From(string text, IReadOnlyList<AnalyzedTerm> terms, CancellationToken cancellationToken)
    {
        var links = new List<PassageHit>();
        for (var first = 0; first < terms.Count && links.Count < MostLinks; first++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (MayStartTitle(text, terms[first]))
            {
                first += AddLongest(links, terms, first);
            }
        }

        return links;
    }

    // How many terms more than one the longest title that starts here has.
    private int AddLongest(List<PassageHit> links, IReadOnlyList<AnalyzedTerm> terms, int first)
    {
        var (key, found, length) = (TitleKey.Start, None, 0);
        for (var i = first; i < terms.Count && i < first + TitleKey.MaxTerms; i++)
        {
            key = TitleKey.Append(key, terms[i].Term);
            if (i == first && terms[i].Term.Length < ShortestTerm)
            {
                continue;
            }

            var here = Find(key);
            if (here.Count > 0)
            {
                (found, length) = (here, i - first);
            }
        }

        links.AddRange(found);
        return length;
    }

    private List<PassageHit> Find(ulong key)
    {
        var hits = None;
        for (var document = 0; document < scope.Positions.Count; document++)
        {
            var passages = scope.Search.Documents[document].Segment.FindTitle(key, MostPassages);
            if (passages.Count > 0)
            {
                hits = [.. hits, .. passages.Select(passage => new PassageHit(document, passage, 0))];
            }
        }

        return hits.Count > MostPassages ? None : hits;
    }

    // Names have capitals; ideographs have none, and any may start one.
    private static bool MayStartTitle(string text, AnalyzedTerm term) =>
        char.IsUpper(text[term.Start]) || char.IsAsciiDigit(text[term.Start]) || QuestionLanguage.IsIdeograph(text[term.Start]);
}
