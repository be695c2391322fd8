using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive.Lookups;
using Longleaf.Reading.Extractive.Statements;
using Longleaf.Reading.Extractive.Summaries;

namespace Longleaf.Reading.Structured;

/// <summary>Finds what a document says of itself without a label: its title, its authors, what it is about, and what its title names.</summary>
internal static partial class DocumentField
{
    private const int SummarySentences = 3;

    /// <summary>The value; <see langword="null"/> if the field asks for nothing of the kind, or it is not known.</summary>
    public static FoundField? Find(Evidence evidence, SchemaNode node, FieldQuery field, int position, CancellationToken cancellationToken)
    {
        var document = evidence.Documents[position];
        if (FileName().IsMatch(field.Words))
        {
            return Read(node, field, document.Name) is { } name ? new FoundField(name, []) : null;
        }

        if (field.Names("author writer 作者"))
        {
            return Author(evidence, node, field, position);
        }

        if (Summary().IsMatch(field.Words))
        {
            return Summarise(evidence, node, position, cancellationToken);
        }

        if (!IsName(field) && !Make().IsMatch(field.Words))
        {
            return null;
        }

        var title = DocumentTitle.Of(document, DocumentOutline.Read(document, cancellationToken));
        var wanted = Make().IsMatch(field.Words) ? MakeOf(title) : title;
        return wanted.Length > 0 && Read(node, field, wanted) is { } value ? new FoundField(value, Cite(evidence, position, wanted)) : null;
    }

    /// <summary>Whether a field asks how something is called.</summary>
    public static bool IsName(FieldQuery field) => Title().IsMatch(field.Words);

    private static FoundField? Author(Evidence evidence, SchemaNode node, FieldQuery field, int position)
    {
        if (Byline.Find(evidence.Documents[position], position) is { } byline)
        {
            return Read(node, field, string.Join(", ", byline.Names)) is { } names ? new FoundField(names, evidence.Cite(byline.Statement, ..)) : null;
        }

        return evidence.Documents[position].Info.Author is { } author && Read(node, field, author) is { } known ? new FoundField(known, []) : null;
    }

    private static FoundField? Summarise(Evidence evidence, SchemaNode node, int position, CancellationToken cancellationToken)
    {
        var document = evidence.Documents[position];
        var chosen = SentenceSelection.Choose(document, SummaryCandidates.Read(document, position, .., cancellationToken), SummarySentences, int.MaxValue, SummaryFocus.About, cancellationToken);
        for (var count = chosen.Count; count > 0; count--)
        {
            var text = JsonValue.Of(string.Join(' ', chosen.Take(count).Select(sentence => Citations.QuotedText.Plain(sentence.Text))));
            if (SchemaShapes.Allows(node, text))
            {
                return new FoundField(text, [.. chosen.Take(count).SelectMany(sentence => evidence.Cite(sentence, ..))]);
            }
        }

        return null;
    }

    // "AquaLine 700 washing machine": the make is what stands before the figure.
    private static string MakeOf(string title) => Numbered().Match(title) is { Success: true } match ? match.Groups["make"].Value : "";

    private static JsonValue? Read(SchemaNode node, FieldQuery field, string text) => ValueReader.Read(node, field, text, new WritingHabits())?.Value;

    private static IReadOnlyList<Citations.Citation> Cite(Evidence evidence, int position, string words)
    {
        var document = evidence.Documents[position];
        if (document.Blocks.Count == 0)
        {
            return [];
        }

        var first = document.Blocks[0].Location;
        foreach (var statement in StatementReader.Read(document, position, first.ByteStart, first.ByteLength))
        {
            var at = statement.Text.IndexOf(words, StringComparison.Ordinal);
            if (at >= 0)
            {
                return evidence.Cite(statement, at..(at + words.Length));
            }
        }

        return [];
    }

    [GeneratedRegex(@"^(?:(?:source )?file ?name|source(?: (?:file|document))?|file|document(?: name)?|文件名|来源)$", RegexOptions.IgnoreCase)]
    private static partial Regex FileName();

    [GeneratedRegex(@"^(?:(?:executive |short )?(?:summary|abstract|overview|synopsis)|摘要|概要|总结|概述)$", RegexOptions.IgnoreCase)]
    private static partial Regex Summary();

    [GeneratedRegex(@"^(?:(?:document |report |article |book |paper |section |product |item |full )?(?:title|name|heading|label)|product|title|name|item|标题|题目|名称|姓名|产品名称|文档标题|品名|产品)$", RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex(@"^(?:brand(?: name)?|make|品牌)$", RegexOptions.IgnoreCase)]
    private static partial Regex Make();

    [GeneratedRegex(@"^(?<make>\p{Lu}[\p{L}'’\-]*(?: \p{Lu}[\p{L}'’\-]*){0,3}) (?=[\p{L}\-]{0,4}[0-9])")]
    private static partial Regex Numbered();
}
