using System.Buffers.Binary;
using System.Text.RegularExpressions;
using Longleaf.Documents.Binary;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Index;

/// <summary>The titles of a segment being built: which passage stands under each.</summary>
internal sealed partial class TitleTable
{
    // A heading that is longer is a sentence; a document with more headings is a list.
    private const int MaxCharacters = 200;
    private const int MaxTitles = 200_000;

    private readonly List<(ulong Key, uint Passage)> _titles = [];

    /// <summary>The keys that a heading is known by: the whole, and what stands before a bracket ("Ed Wood (film)").</summary>
    public static ulong[] KeysOf(string heading)
    {
        if (heading.Length > MaxCharacters)
        {
            return [];
        }

        return [.. ((string[])[heading, Bracket().Replace(heading, "")]).Select(KeyOf).Where(key => key != TitleKey.Start).Distinct()];
    }

    /// <summary>Adds the keys of a heading.</summary>
    /// <param name="keys">As <see cref="KeysOf"/> makes them.</param>
    /// <param name="passage">The number of the passage that stands under it.</param>
    public void Add(ulong[] keys, int passage)
    {
        foreach (var key in keys)
        {
            if (_titles.Count < MaxTitles)
            {
                _titles.Add((key, (uint)passage));
            }
        }
    }

    /// <summary>Writes them as <see cref="SegmentFormat"/> says.</summary>
    public void Write(ChecksummedOutput output)
    {
        _titles.Sort();
        Span<byte> entry = stackalloc byte[SegmentFormat.TitleBytes];
        foreach (var (key, passage) in _titles)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(entry, key);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[sizeof(ulong)..], passage);
            output.Write(entry);
        }
    }

    private static ulong KeyOf(string title)
    {
        var terms = TextAnalyzer.Analyze(title);
        return terms.Count > TitleKey.MaxTerms ? TitleKey.Start : terms.Aggregate(TitleKey.Start, (key, term) => TitleKey.Append(key, term.Term));
    }

    [GeneratedRegex(@"\s*[(（][^()（）]*[)）]\s*$")]
    private static partial Regex Bracket();
}
