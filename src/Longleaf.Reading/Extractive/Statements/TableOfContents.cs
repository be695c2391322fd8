using System.Text.RegularExpressions;

namespace Longleaf.Reading.Extractive.Statements;

/// <summary>Knows the lines of a table of contents: they name what is said elsewhere and say nothing.</summary>
internal static partial class TableOfContents
{
    /// <summary>Whether a statement is one of them.</summary>
    public static bool Holds(Statement statement, ReadableDocument document) =>
        Line().IsMatch(statement.Text) || IndexEntry().Count(statement.Text) > 4 || (document.Blocks[statement.Block].Location.Section is [.., var title] && Title().IsMatch(title));

    [GeneratedRegex(@"(?:\.{4,}|…{2,}|(?:\. ){4,}|·{4,}|\t)\s*[0-9ivxlc]{1,5}\s*$")]
    private static partial Regex Line();

    // The index at a book's end: "condition codes, 153 floating-point, 141 integer, 41".
    [GeneratedRegex(@"\p{L}, [0-9]{1,4}(?=[ ,;]|$)")]
    private static partial Regex IndexEntry();

    [GeneratedRegex(@"^\W*(?:(?:table of )?contents|目\s*录|inhalt(?:sverzeichnis)?|index|table des matières)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Title();
}
