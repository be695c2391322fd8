using System.Text.RegularExpressions;
using Longleaf.Documents;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Lookups;

namespace Longleaf.Reading.Extractive.Summaries;

/// <summary>What a document is called: by its properties, its first heading, or the lines of its cover.</summary>
internal static partial class DocumentTitle
{
    private const int CoverLines = 6;
    private const int LongestLine = 90;

    /// <summary>The title as plain text; empty if there is none.</summary>
    public static string Of(ReadableDocument document, IReadOnlyList<OutlineEntry> outline)
    {
        if (document.Info.Title is { } property && property.Trim().Length > 0 && !NoTitle().IsMatch(property))
        {
            return property.Trim();
        }

        if (outline is [{ Level: 1 } first, ..] && !Chapter().IsMatch(first.Title) && Byline.Names(first.Title).Count == 0 && first.Block < 4)
        {
            return first.Title.Trim();
        }

        return Cover(document);
    }

    /// <summary>The titles of its sections: each once, without the document's own and without stamps and addresses.</summary>
    public static OutlineEntry[] Sections(IReadOnlyList<OutlineEntry> outline, string title)
    {
        var own = Key(title);
        return [.. DocumentOutline.Main(outline).Where(entry => Key(entry.Title) != own && Key(entry.Title).Length > 0 && !NoSection().IsMatch(entry.Title)).DistinctBy(entry => Key(entry.Title))];
    }

    // Short lines without an end, before anything else: what stands on a cover.
    private static string Cover(ReadableDocument document)
    {
        var lines = new List<string>();
        for (var block = 0; block < document.Blocks.Count && lines.Count < CoverLines; block++)
        {
            var entry = document.Blocks[block];
            var line = entry.Location.ByteLength > 4 * LongestLine ? "" : QuotedText.Plain(document.Text.Read(entry.Location.ByteStart, entry.Location.ByteLength).TrimStart('#', ' '));
            if (entry.Kind is not (BlockKind.Paragraph or BlockKind.Heading) || line.Length is 0 or > LongestLine || NumberedChapter().IsMatch(line) || BareChapter().IsMatch(line) || line.Contains('$', StringComparison.Ordinal) || line.Count(char.IsLetter) * 2 < line.Length || EndsSentence().IsMatch(line) || (lines.Count == 0 && Byline.Names(line).Count > 0))
            {
                break;
            }

            lines.Add(line);
        }

        return string.Join(" – ", lines).Replace(" for – ", " for ", StringComparison.Ordinal).Replace(" of – ", " of ", StringComparison.Ordinal).Replace(" the – ", " the ", StringComparison.Ordinal).Replace(" and – ", " and ", StringComparison.Ordinal);
    }

    private static string Key(string title) => string.Concat(title.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    [GeneratedRegex(@"^\W*(?:Microsoft (?:Word|PowerPoint|Excel)|untitled|document ?[0-9]*|slide ?1|title)\b.{0,3}$|^Microsoft (?:Word|PowerPoint)|\.(?:docx?|pdf|tex|indd|qxd|dvi|rtf|odt)$", RegexOptions.IgnoreCase)]
    private static partial Regex NoTitle();

    [GeneratedRegex(@"^\W*(?:chapter|section|part|article)\s+(?:[0-9]|[ivxlc]+\b)|^\W*(?:table of contents|contents|目\s*录|abstract|introduction)\b|^第[0-9一二三四五六七八九十]+[章回节]", RegexOptions.IgnoreCase)]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^\W*(?:chapter|section|part|article)\s+(?:[0-9]+|[ivxlc]+)\W+\w|^\W*(?:table of contents|contents|目\s*录|abstract|introduction)\b|^第[0-9一二三四五六七八九十]+[章回节]", RegexOptions.IgnoreCase)]
    private static partial Regex NumberedChapter();

    [GeneratedRegex(@"^\W*(?:chapter|book|part)\s+(?:[0-9]+|[ivxlc]+|one|first)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex BareChapter();

    [GeneratedRegex(@"[.!?。！？；;:：]\W*$")]
    private static partial Regex EndsSentence();

    [GeneratedRegex(@"\barXiv\b|@|https?:|www\.|^\W*[0-9 ./\-]+\W*$|\b[A-Z]{2} [0-9]{5}\b|^\W*(?:table of )?contents\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex NoSection();
}
