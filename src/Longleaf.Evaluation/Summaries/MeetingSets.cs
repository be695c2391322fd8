using System.Text;
using System.Text.Json;
using Longleaf.Evaluation.Data;

namespace Longleaf.Evaluation.Summaries;

/// <summary>Reads transcripts of meetings with their summaries: QMSum and VCSum.</summary>
internal static class MeetingSets
{
    private const string AskedOfVcsum = "请总结这次会议的内容。";

    /// <summary>QMSum's questions about a part of a meeting, or those about all of it.</summary>
    public static IReadOnlyList<SummaryTask> QmSum(EvaluationData data, bool specific)
    {
        var tasks = new List<SummaryTask>();
        foreach (var line in data.Lines("qa", "qmsum", "val.jsonl"))
        {
            using var row = JsonDocument.Parse(line);
            var text = new StringBuilder();
            foreach (var turn in row.RootElement.GetProperty("meeting_transcripts").EnumerateArray())
            {
                text.Append(turn.GetProperty("speaker").GetString()).Append(": ").Append(turn.GetProperty("content").GetString()).Append("\n\n");
            }

            var document = TextDocuments.Parse("meeting.txt", text.ToString());
            foreach (var asked in row.RootElement.GetProperty(specific ? "specific_query_list" : "general_query_list").EnumerateArray())
            {
                tasks.Add(new SummaryTask(document, asked.GetProperty("query").GetString()!, asked.GetProperty("answer").GetString()!));
            }
        }

        return tasks;
    }

    /// <summary>VCSum's discussions.</summary>
    public static IReadOnlyList<SummaryTask> VcSum(EvaluationData data)
    {
        var tasks = new List<SummaryTask>();
        foreach (var line in data.Lines("qa", "vcsum", "short_dev.txt"))
        {
            using var row = JsonDocument.Parse(line);
            var (text, speakers, turn) = (new StringBuilder(), row.RootElement.GetProperty("speaker"), 0);
            foreach (var said in row.RootElement.GetProperty("context").EnumerateArray())
            {
                text.Append("发言人").Append(speakers[turn++].GetInt32()).Append('：').AppendJoin("", said.EnumerateArray().Select(sentence => sentence.GetString())).Append("\n\n");
            }

            tasks.Add(new SummaryTask(TextDocuments.Parse("会议.txt", text.ToString()), AskedOfVcsum, row.RootElement.GetProperty("discussion").GetString()!));
        }

        return tasks;
    }
}
