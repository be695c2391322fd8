using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Aggregation.Tables;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Aggregation;

/// <summary>Says where a table stands: file, sheet or page or section; of several files some names and how many.</summary>
internal static class SourceWords
{
    private const int MaxNames = 3;

    /// <summary>The place of a table, as Markdown.</summary>
    public static string Of(SourceTable table, IReadOnlyList<ReadableDocument> documents, AnswerLanguage language)
    {
        var phrases = AggregatePhrases.In(language);
        int[] positions = [.. table.Parts.Select(part => part.Document).Distinct()];
        if (positions.Length > 1)
        {
            var names = string.Join(phrases.Comma, positions.Take(MaxNames).Select(position => QuotedText.FileName(documents[position].Name))) + (positions.Length > MaxNames ? "…" : "");
            return QueryWords.Format(phrases.Files, FigureFormat.Number(positions.Length, 0), names);
        }

        var document = documents[positions[0]];
        var name = QuotedText.FileName(document.Name);
        string[] sheets = [.. table.Parts.Select(part => part.Sheet).OfType<string>().Distinct()];
        if (sheets.Length > 0)
        {
            var told = string.Join(phrases.Comma, sheets.Take(MaxNames).Select(QuotedText.Inert)) + (sheets.Length > MaxNames ? "…" : "");
            return name + phrases.Comma + QueryWords.Format(sheets.Length == 1 ? phrases.Sheet : phrases.Sheets, told);
        }

        return table.Parts is [MarkdownPart part] ? SourceLabel.Of(document, document.Blocks[part.FirstBlock].Location, language) : name;
    }
}
