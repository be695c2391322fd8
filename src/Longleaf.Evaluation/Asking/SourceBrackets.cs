using Longleaf.Reading.Citations;

namespace Longleaf.Evaluation.Asking;

/// <summary>Takes the sources out of an answer: what stands in brackets and names a document that is cited.</summary>
internal static class SourceBrackets
{
    /// <summary>The answer without them.</summary>
    /// <param name="answer">The answer's Markdown.</param>
    /// <param name="documents">File names of the documents that it cites.</param>
    public static string Remove(string answer, IReadOnlyCollection<string> documents)
    {
        foreach (var name in documents.Select(QuotedText.FileName).Where(name => name.Length > 0))
        {
            for (var at = answer.IndexOf(name, StringComparison.Ordinal); at >= 0; at = answer.IndexOf(name, at, StringComparison.Ordinal))
            {
                var (start, end) = (Unmatched(answer, at - 1, -1), Unmatched(answer, at + name.Length, 1));
                if (start < 0 || end < 0)
                {
                    at += name.Length;
                    continue;
                }

                answer = string.Concat(answer.AsSpan(0, start).TrimEnd(' '), answer.AsSpan(end + 1));
                at = Math.Min(start, answer.Length);
            }
        }

        return answer;
    }

    // The bracket of the same line that is open at a place: its own pairs are skipped.
    private static int Unmatched(string text, int from, int step)
    {
        var open = 0;
        for (var at = from; at >= 0 && at < text.Length && text[at] != '\n'; at += step)
        {
            open += text[at] switch { '(' or '（' => step, ')' or '）' => -step, _ => 0 };
            if (open < 0)
            {
                return at;
            }
        }

        return -1;
    }
}
