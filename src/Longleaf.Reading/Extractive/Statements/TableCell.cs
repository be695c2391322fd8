using Longleaf.Reading.Extractive.Lookups;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Statements;

/// <summary>Finds the cell of a row that a question asks for: where the row that is named meets the column that is named.</summary>
internal static class TableCell
{
    private static readonly HashSet<string> Plain = new(StringComparer.OrdinalIgnoreCase) { "value", "values", "data", "specification", "description", "details", "值", "数值", "内容", "参数", "说明", "" };

    /// <summary>The cell's number; <see langword="null"/> if none stands out.</summary>
    public static int? Pick(Statement row, Question question, Query query)
    {
        var best = -1;
        var (bestScore, second) = (0.0, 0.0);
        var asked = Terms(question.Text);
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var content = row.Text[row.Cells[i]];
            if (content.Length == 0)
            {
                continue;
            }

            var score = Score(row, question, query, asked, i, content);
            if (score > bestScore)
            {
                (best, bestScore, second) = (i, score, bestScore);
            }
            else
            {
                second = Math.Max(second, score);
            }
        }

        return best >= 0 && bestScore > second + 0.05 ? best : null;
    }

    /// <summary>Whether a header says nothing ("Value").</summary>
    public static bool IsPlain(string header) => Plain.Contains(header.Trim());

    private static double Score(Statement row, Question question, Query query, HashSet<string> asked, int cell, string content)
    {
        var header = cell < row.Headers.Count ? Terms(row.Headers[cell]) : [];
        var own = Terms(content);
        var score = header.Count == 0 ? 0 : (double)header.Count(term => query.Known.Contains(term) || asked.Contains(term)) / header.Count;
        score += AnswerSpans.Has(question.Type) && AnswerSpans.Matches(content, question) ? 0.6 : 0;

        // What the question itself says is not what it asks for; the first cell as a rule names the row.
        score -= own.Count > 0 && own.All(term => query.Known.Contains(term) || asked.Contains(term)) ? 0.7 : 0;
        return score + (cell > 0 && row.Cells.Count == 2 ? 0.4 : 0) - (cell == 0 ? 0.1 : 0);
    }

    private static HashSet<string> Terms(string text) => TextAnalyzer.Analyze(text).Select(term => term.Term).ToHashSet(StringComparer.Ordinal);
}
