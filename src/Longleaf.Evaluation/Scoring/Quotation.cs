using System.Text;
using Longleaf.Reading;
using Longleaf.Reading.Citations;

namespace Longleaf.Evaluation.Scoring;

/// <summary>Checks citations by what they say of themselves: the code points of the canonical text from start to end.</summary>
internal static class Quotation
{
    /// <summary>Whether the quote stands to the letter where the citation says.</summary>
    public static bool IsVerbatim(Citation citation, IReadOnlyList<ReadableDocument> documents)
    {
        if (documents.FirstOrDefault(document => document.Id == citation.DocumentId) is not { Blocks.Count: > 0 } document)
        {
            return false;
        }

        var location = document.Blocks[LastFrom(document, citation.Start)].Location;
        var start = Skip(document, location.ByteStart, citation.Start - location.Start);
        var bytes = Encoding.UTF8.GetBytes(citation.Quote);
        return citation.End - citation.Start == citation.Quote.EnumerateRunes().Count()
            && start + bytes.Length <= document.Text.Bytes && document.Text.Slice(start, bytes.Length).SequenceEqual(bytes);
    }

    // The last block that starts at or before a code point.
    private static int LastFrom(ReadableDocument document, long codePoint)
    {
        var (low, high) = (0, document.Blocks.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = document.Blocks[middle].Location.Start <= codePoint ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private static long Skip(ReadableDocument document, long at, long codePoints)
    {
        // Every byte of UTF-8 but a continuation (10xxxxxx) starts a code point.
        while (at < document.Text.Bytes && (codePoints > 0 || (document.Text.Slice(at, 1)[0] & 0xC0) == 0x80))
        {
            codePoints -= (document.Text.Slice(at, 1)[0] & 0xC0) != 0x80 ? 1 : 0;
            at++;
        }

        return at;
    }
}
