namespace Longleaf.Reading.Index;

/// <summary>What a title is looked up by: a hash of its terms in their order, so that a mention in running text is found term by term.</summary>
/// <remarks>FNV-1a of 64 bits (Fowler, Noll, Vo) over UTF-16 units. Two titles of one key make a wrong link, which costs a look at a passage.</remarks>
internal static class TitleKey
{
    /// <summary>No title of more terms is known by them.</summary>
    public const int MaxTerms = 12;

    /// <summary>The key of no terms.</summary>
    public const ulong Start = 14_695_981_039_346_656_037;

    private const ulong Prime = 1_099_511_628_211;
    private const char Border = '\n';

    /// <summary>The key of a title's terms and one more.</summary>
    public static ulong Append(ulong key, ReadOnlySpan<char> term)
    {
        foreach (var unit in term)
        {
            key = (key ^ unit) * Prime;
        }

        return (key ^ Border) * Prime;
    }
}
