using System.Text.RegularExpressions;
using Longleaf.Documents;
using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Extractive.Lookups;

/// <summary>Reads who wrote a document from the line under its title.</summary>
internal static partial class Byline
{
    // A byline stands at the front or nowhere.
    private const int MaxBlocks = 14;
    private const int MaxBytes = 1500;
    private const int MaxNames = 40;

    /// <summary>The names and the statement they stand in; <see langword="null"/> if there is none.</summary>
    public static (IReadOnlyList<string> Names, Statement Statement)? Find(ReadableDocument document, int position)
    {
        var headings = 0;
        for (var block = 0; block < document.Blocks.Count && block < MaxBlocks; block++)
        {
            var entry = document.Blocks[block];
            if (entry.Kind == BlockKind.Heading && (++headings > 2 || block > 1))
            {
                return null;
            }

            if (entry.Kind is not (BlockKind.Paragraph or BlockKind.Heading) || entry.Location.ByteLength > MaxBytes)
            {
                continue;
            }

            // Of headings only "By …" is one: two names with "and" may be a title.
            var line = document.Text.Read(entry.Location.ByteStart, entry.Location.ByteLength);
            var text = line.TrimStart('#', ' ');
            if (entry.Kind == BlockKind.Heading && !Lead().IsMatch(text))
            {
                continue;
            }

            if (Names(text) is { Count: > 0 } names)
            {
                return (names, new Statement { Document = position, Block = block, Kind = StatementKind.Sentence, Text = text, ByteStart = entry.Location.ByteStart + line.Length - text.Length });
            }
        }

        return null;
    }

    /// <summary>The names that a line consists of; none if it is no byline.</summary>
    public static IReadOnlyList<string> Names(string text)
    {
        var lead = Lead().Match(text);
        var plain = Marks().Replace(Citations.QuotedText.Plain(text[lead.Length..]), " ");
        var names = new List<string>();
        foreach (var part in Separators().Split(plain).Select(part => part.Trim(' ', '.')).Where(part => part.Length > 0).Take(MaxNames))
        {
            if (!Name().IsMatch(part) || NoName().IsMatch(part))
            {
                return [];
            }

            names.Add(part);
        }

        // One name alone may be any title.
        return names.Count > 1 || lead.Length > 0 ? names : [];
    }

    [GeneratedRegex(@"^\s*(?:\**(?:written |edited )?by\**[ :]+|\**authors?\**\s*[:：]\s*|作者\s*[:：]\s*)", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\S+@\S+|\{[^}]*\}|[∗*+†‡#$§¶0-9¹²³⁴⁵⁶⁷⁸⁹]+|\([^)]{0,40}\)|\b(?:PhD|MD|MSc|Jr|Sr)\b\.?")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s*[,;·•、，；]\s*(?:and\s+)?|\s+(?:and|&)\s+|\s{3,}")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir)\.? )?\p{Lu}[\p{L}.'’\-]*(?: (?:(?:van|von|de|der|den|del|la|di|da|bin|al|ten) ){0,2}\p{Lu}[\p{L}.'’\-]*){1,3}$|^[\u4e00-\u9fff·]{2,6}$")]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(?:University|Institute|College|School|Department|Corporation|Company|Inc|Ltd|Commission|Association|Office|Laboratory|Laboratories|Research|Center|Centre|States|Justice|Handbook|Chapter|Street|Road|Avenue|York|London|Chicago|City|Press|Publishing|Abstract|Report|Manual|Guide|January|February|March|April|June|July|August|September|October|November|December)\b|^[\p{Lu} .'’\-]{12,}$")]
    private static partial Regex NoName();
}
