using System.Text.RegularExpressions;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Extractive.Comparisons;

/// <summary>Reads a text statement by statement, each with its title.</summary>
internal static partial class ClauseReader
{
    private const long MaxBytes = 4_000_000;
    private const int StretchBytes = 64_000;
    private const int MaxClauses = 20_000;
    private const int MaxTitle = 80;

    /// <summary>The clauses in order, up to a bound.</summary>
    public static IReadOnlyList<Clause> Read(ReadableDocument document, int position, CancellationToken cancellationToken)
    {
        var (clauses, title, key) = (new List<Clause>(), "", "");
        for (var block = 0; block < document.Blocks.Count && clauses.Count < MaxClauses && document.Blocks[block].Location.ByteStart < MaxBytes;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (start, end) = (document.Blocks[block].Location.ByteStart, 0L);
            for (; block < document.Blocks.Count && (end == 0 || end - start < StretchBytes); block++)
            {
                end = document.Blocks[block].Location.ByteStart + document.Blocks[block].Location.ByteLength;
            }

            foreach (var statement in StatementReader.Read(document, position, start, end - start))
            {
                if (statement.Kind == StatementKind.Heading)
                {
                    title = QuotedText.Plain(statement.Text);
                    title = title.Length <= MaxTitle ? title : "";
                    key = Number().Replace(title, "").Trim().ToLowerInvariant();
                }
                else if (!TableOfContents.Holds(statement, document) && SentenceAlignment.Comparable(Number().Replace(statement.Text, "")) is { Length: > 0 } text)
                {
                    clauses.Add(new Clause(statement, title, key, text));
                }
            }
        }

        return clauses;
    }

    [GeneratedRegex(@"^\s*(?:第[0-9一二三四五六七八九十百零〇两]+[条章节款项]|(?:article|section|clause|§)\s?[0-9]+(?:\.[0-9]+)*\.?|[0-9]{1,3}(?:\.[0-9]{1,3})*[.)、]?(?=\s)|[(（][0-9a-z一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}
