using System.Text.Json;
using System.Xml.Linq;
using Longleaf.Evaluation.Reports;

namespace Longleaf.Evaluation.Tests.Reports;

public sealed class ReportTests
{
    private static readonly EvaluationReport Report = new(
        "needles", [("seed", "1")],
        [new ReportTable("By task", ["task", "answered", "plain"], [[ReportCell.Of("Number | 数字"), ReportCell.Share(3, 4), ReportCell.None], [ReportCell.Of("all"), ReportCell.Share(1), ReportCell.Count(1_234)]])])
    {
        HeatMaps = [new HeatMap("Single <needles> & more", ["128k", "10M"], ["0–50 %", "50–100 %"], [[1, null], [0.5, 0]])],
        Missed = [new MissedQuestion("Number en", "Wrong", "What?", "48213", "It is 48213.", "It is\n5.")],
    };

    [Fact]
    public void Json_has_numbers_as_numbers_and_nothing_for_what_was_not_measured()
    {
        using var json = JsonDocument.Parse(JsonReport.Write(Report));

        var row = json.RootElement.GetProperty("tables")[0].GetProperty("rows")[0];
        Assert.Equal(0.75, row.GetProperty("answered").GetDouble());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("plain").ValueKind);
        Assert.Equal("Number | 数字", row.GetProperty("task").GetString());
        Assert.Equal(2, json.RootElement.GetProperty("tables").GetArrayLength());
        Assert.Equal("It is\n5.", json.RootElement.GetProperty("missed")[0].GetProperty("answer").GetString());
    }

    [Fact]
    public void Markdown_has_as_many_cells_in_each_row_and_links_the_pictures()
    {
        var markdown = MarkdownReport.Write(Report, ["map-1.svg"]);

        Assert.Contains("| task | answered | plain |\n|---|---|---|\n| Number \\| 数字 | 0.750 | - |\n", markdown.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("(map-1.svg)", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_on_a_terminal_is_aligned_though_ideographs_are_wide()
    {
        var lines = TextTable.Write(Report.Tables[0]).ReplaceLineEndings("\n").Split('\n');

        Assert.Equal("task           answered  plain", lines[1]);
        Assert.Equal("Number | 数字     0.750      -", lines[2]);
        Assert.Equal("all               1.000  1,234", lines[3]);
    }

    [Fact]
    public void The_picture_is_well_formed_and_says_each_share()
    {
        var svg = XDocument.Parse(HeatMapPicture.Write(Report.HeatMaps[0]));

        string[] texts = [.. svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value)];
        Assert.Equal(["Single <needles> & more", "depth", "128k", "10M", "0–50 %", "100", "–", "50–100 %", "50", "0"], texts);
    }

    [Fact]
    public void What_was_missed_is_told_in_four_lines_each() =>
        Assert.Equal(4, MarkdownReport.WriteMissed(Report.Missed).TrimEnd().ReplaceLineEndings("\n").Split('\n').Length);
}
