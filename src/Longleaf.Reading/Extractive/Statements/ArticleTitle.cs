using System.Text.RegularExpressions;
using Longleaf.Documents;

namespace Longleaf.Reading.Extractive.Statements;

/// <summary>Titles of articles and clauses that stand in a text as lines of their own, without being marked as headings.</summary>
internal static partial class ArticleTitle
{
    // Further up it is another article's.
    private const int MaxBlocks = 12;
    private const int MaxBytes = 160;

    /// <summary>Whether a line is such a title ("第二条 付款", "Article 4 Delivery").</summary>
    public static bool Is(string line) => line.Length <= 60 && Line().IsMatch(line);

    /// <summary>The title that a block stands under; <see langword="null"/> if there is none before the next heading above.</summary>
    public static string? Above(ReadableDocument document, int block)
    {
        for (var above = block - 1; above >= Math.Max(0, block - MaxBlocks); above--)
        {
            var entry = document.Blocks[above];
            if (entry.Kind == BlockKind.Heading)
            {
                return null;
            }

            if (entry.Kind == BlockKind.Paragraph && entry.Location.ByteLength <= MaxBytes && document.Text.Read(entry.Location.ByteStart, entry.Location.ByteLength) is var text && Is(text))
            {
                return text;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^\s*\**(?:第[0-9一二三四五六七八九十百零〇两]+[条章节款]|(?:Article|Section|Clause|§) ?[0-9]+(?:\.[0-9]+)*\.?)[^。；，,;.!?！？]{0,40}$", RegexOptions.IgnoreCase)]
    private static partial Regex Line();
}
