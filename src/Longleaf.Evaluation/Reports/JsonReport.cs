using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Longleaf.Evaluation.Reports;

/// <summary>Writes a report as JSON: tables as arrays of objects by column name, numbers as numbers.</summary>
public static class JsonReport
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The report.</summary>
    public static string Write(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var settings = new JsonObject();
        foreach (var (name, value) in report.Settings)
        {
            settings[name] = value;
        }

        var root = new JsonObject
        {
            ["suite"] = report.Suite,
            ["settings"] = settings,
            ["tables"] = Array(report.Tables.Concat(report.HeatMaps.Select(map => map.ToTable())).Select(table => new JsonObject
            {
                ["title"] = table.Title,
                ["rows"] = Array(table.Rows.Select(row => Row(table, row))),
            })),
            ["missed"] = Array(report.Missed.Select(miss => new JsonObject
            {
                ["task"] = miss.Task,
                ["verdict"] = miss.Verdict,
                ["question"] = miss.Question,
                ["expected"] = miss.Expected,
                ["answer"] = miss.Answer,
            })),
        };
        return root.ToJsonString(Readable);
    }

    private static JsonObject Row(ReportTable table, IReadOnlyList<ReportCell> row)
    {
        var item = new JsonObject();
        for (var column = 0; column < row.Count; column++)
        {
            item[table.Columns[column]] = row[column] switch
            {
                { Value: { } number } => JsonValue.Create(number),
                var cell when cell == ReportCell.None => null,
                var cell => JsonValue.Create(cell.Text),
            };
        }

        return item;
    }

    private static JsonArray Array(IEnumerable<JsonNode> items) => [.. items];
}
