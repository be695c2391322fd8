using System.Globalization;
using Longleaf.Documents;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Citations;

/// <summary>Where a quote stands, as people write it: "AquaLine 900.pdf, p. 12", "合同.docx，第八条".</summary>
internal static class SourceLabel
{
    private const int MaxSection = 60;

    /// <summary>File and place, without brackets.</summary>
    public static string Of(ReadableDocument document, Location location, AnswerLanguage language)
    {
        var place = IsTitle(document, location) ? "" : Place(location, language);
        var name = QuotedText.FileName(document.Name);
        return place.Length == 0 ? name : name + (language == AnswerLanguage.Chinese ? "，" : ", ") + place;
    }

    // What stands under the document's own title and no other heading stands in no section.
    private static bool IsTitle(ReadableDocument document, Location location) =>
        location is { Page: null, Sheet: null, Section: [var only] } && document.Blocks is { Count: > 0 } blocks && blocks[0] is { Kind: BlockKind.Heading, Location.ByteLength: < 800 } first
        && document.Text.Read(first.Location.ByteStart, first.Location.ByteLength).TrimStart('#', ' ').Trim() == only;

    /// <summary>The place alone: page, else sheet and row, else path and line, else section; empty where nothing is known.</summary>
    public static string Place(Location location, AnswerLanguage language)
    {
        var chinese = language == AnswerLanguage.Chinese;
        if (location.Page is { } page)
        {
            var number = page.ToString(CultureInfo.InvariantCulture);
            return chinese ? $"第 {number} 页" : $"p. {number}";
        }

        if (location.Sheet is { } sheet)
        {
            var row = location.Row is { } number ? (chinese ? $"，第 {number} 行" : $", row {number}") : "";
            return (chinese ? "工作表 " : "sheet ") + QuotedText.Inert(sheet) + row;
        }

        if (location.Path is { } path)
        {
            return JsonPlace(path, location.Row, chinese);
        }

        if (location.Section.Count == 0)
        {
            return "";
        }

        var title = QuotedText.Plain(location.Section[^1]);
        if (title.Length > MaxSection)
        {
            title = string.Concat(title.AsSpan(0, char.IsHighSurrogate(title[MaxSection - 1]) ? MaxSection - 1 : MaxSection), "…");
        }

        return (chinese || title.StartsWith('§') ? "" : "§ ") + QuotedText.Inert(title);
    }

    // "orders[3].total, line 120". The line tells records of JSON Lines apart, each of which starts anew; minified files have but one.
    private static string JsonPlace(string path, int? row, bool chinese)
    {
        var steps = QuotedText.FileName(path.TrimStart('$').TrimStart('.'));

        // What follows is a mark of our own, which makes no link of it.
        steps = steps.EndsWith(@"\]", StringComparison.Ordinal) ? $"{steps[..^2]}]" : steps;
        var line = row is > 1 and var number ? (chinese ? $"第 {number} 行" : $"line {number}") : "";
        return steps.Length > 0 && line.Length > 0 ? steps + (chinese ? "，" : ", ") + line : steps + line;
    }
}
