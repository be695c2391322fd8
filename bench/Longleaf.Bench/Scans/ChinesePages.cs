using System.Globalization;
using System.Text.Json;

namespace Longleaf.Bench.Scans;

/// <summary>Chinese pages set from the passages and answers of a question set: prose, and tables of answers, numbers and dates.</summary>
/// <param name="path">The question set, as SQuAD has them.</param>
internal sealed class ChinesePages(string path)
{
    private readonly (List<string> Passages, List<(string Question, string Answer)> Pairs) _texts = Load(path);

    /// <summary>Pages of prose.</summary>
    public IEnumerable<PaintedPage> Prose(PagePainter painter, int count)
    {
        double[] sizes = [10.5, 12, 9];
        for (var page = 0; page < count; page++)
        {
            yield return painter.Prose(
                FormattableString.Invariant($"prose {page + 1}"), _texts.Pairs[page * 31].Question, _texts.Passages.Skip(page * 7), sizes[page % sizes.Length]);
        }
    }

    /// <summary>Pages of tables, of every kind of ruling.</summary>
    public IEnumerable<PaintedPage> Tables(PagePainter painter, int each)
    {
        foreach (var rules in Enum.GetValues<TableRules>())
        {
            for (var page = 0; page < each; page++)
            {
                var first = ((int)rules * 150) + (page * 60);
                yield return page % 2 == 0
                    ? painter.Table($"{rules} {page + 1}", "一、主要情况列示如下", Facts(first), [1, 4, 3, 2.4, 2], rules, 9)
                    : painter.Table($"{rules} {page + 1}", "二、问题与答复", Questions(first), [1, 6, 4], rules, 10.5);
            }
        }
    }

    // Numbers that look like those of a report, the same in every run.
    private IEnumerable<string[]> Facts(int first)
    {
        yield return ["序号", "项目", "金额（元）", "日期", "比例"];
        foreach (var (pair, row) in _texts.Pairs.Skip(first).Where(pair => pair.Answer.Length <= 24).Select((pair, row) => (pair, row)))
        {
            var number = ((first + row) * 2654435761L) & 0xFFFFFFF;
            yield return
            [
                (row + 1).ToString(CultureInfo.InvariantCulture),
                pair.Answer,
                (number / 100m).ToString("N2", CultureInfo.InvariantCulture),
                new DateOnly(2019, 1, 1).AddDays((int)(number % 2000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                (number % 9973 / 100m).ToString("0.00", CultureInfo.InvariantCulture) + "%",
            ];
        }
    }

    private IEnumerable<string[]> Questions(int first)
    {
        yield return ["编号", "问题", "答复"];
        foreach (var (pair, row) in _texts.Pairs.Skip(first).Select((pair, row) => (pair, row)))
        {
            yield return [FormattableString.Invariant($"A-{row + 101}"), pair.Question, pair.Answer];
        }
    }

    private static (List<string> Passages, List<(string Question, string Answer)> Pairs) Load(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var (passages, pairs) = (new List<string>(), new List<(string, string)>());
        foreach (var paragraph in document.RootElement.GetProperty("data").EnumerateArray().SelectMany(entry => entry.GetProperty("paragraphs").EnumerateArray()))
        {
            passages.Add(OneLine(paragraph.GetProperty("context")));
            pairs.AddRange(paragraph.GetProperty("qas").EnumerateArray()
                .Select(question => (OneLine(question.GetProperty("question")), OneLine(question.GetProperty("answers")[0].GetProperty("text")))));
        }

        return (passages, pairs);
    }

    private static string OneLine(JsonElement text) => string.Join(' ', text.GetString()!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
