using System.Text.RegularExpressions;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Summaries;

/// <summary>Finds the section that a question names: by number ("section 4.2", "第八条") or by the words of its title.</summary>
internal static partial class SectionFinder
{
    private const double Enough = 0.5;
    private const int MaxParts = 4;
    private const int MaxDocuments = 20;

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last"];

    /// <summary>The sections of a title, or of each of several ("the installation and the warranty"), in every document that has them; none if no title is close.</summary>
    public static IReadOnlyList<(int Document, OutlineEntry Heading)> FindEach(string topic, IReadOnlyList<ReadableDocument> documents, IReadOnlyList<int> asked, CancellationToken cancellationToken)
    {
        var outlines = new Outlines(documents, cancellationToken);
        var parts = And().Split(topic).Select(part => part.Trim()).Where(part => part.Length > 0).Take(MaxParts).ToArray();
        if (parts.Length > 1)
        {
            var each = parts.Select(part => InEach(part, outlines, asked)).ToArray();
            if (each.All(sections => sections.Count > 0))
            {
                return [.. each.SelectMany(sections => sections).Distinct().OrderBy(section => section.Document)];
            }
        }

        return InEach(topic, outlines, asked);
    }

    private static List<(int Document, OutlineEntry Heading)> InEach(string topic, Outlines outlines, IReadOnlyList<int> asked)
    {
        var found = new List<(int Document, OutlineEntry Heading)>();
        if (Find(topic, outlines, asked) is not { } best)
        {
            return found;
        }

        // The best document's section, and those of the others that are called the same.
        foreach (var position in asked.Take(MaxDocuments))
        {
            if (position == best.Document)
            {
                found.Add(best);
            }
            else if (Find(topic, outlines, [position]) is { } other && Key(other.Heading.Title) == Key(best.Heading.Title))
            {
                found.Add(other);
            }
        }

        return found;
    }

    private static string Key(string title) => string.Join(' ', Terms(title));

    // The section; null if no title is close.
    private static (int Document, OutlineEntry Heading)? Find(string topic, Outlines outlines, IReadOnlyList<int> asked)
    {
        if (ByOrder(topic, outlines, asked) is { } counted)
        {
            return counted;
        }

        var number = Number().Match(topic);
        var terms = Terms(QuestionWords.Strip(Noise().Replace(topic, " ")));
        var alternatives = Lexicon.Shared.Alternatives(terms);
        (int Document, OutlineEntry Heading)? best = null;
        var bestScore = 0.0;
        foreach (var position in asked)
        {
            foreach (var heading in outlines.Of(position))
            {
                var score = Score(heading, number.Success ? number.Value : "", terms, alternatives);
                if (score > bestScore)
                {
                    (best, bestScore) = ((position, heading), score);
                }
            }
        }

        return bestScore >= Enough ? best : null;
    }

    // "The second chapter": counted among the sections that divide the first document asked about.
    private static (int Document, OutlineEntry Heading)? ByOrder(string topic, Outlines outlines, IReadOnlyList<int> asked)
    {
        var ordinal = Array.IndexOf(Ordinals, topic.Trim().ToLowerInvariant());
        if (ordinal < 0 || asked.Count == 0)
        {
            return null;
        }

        var outline = outlines.Of(asked[0]);
        var sections = DocumentTitle.Sections(outline, DocumentTitle.Of(outlines.Documents[asked[0]], outline));
        var index = ordinal == Ordinals.Length - 1 ? sections.Length - 1 : ordinal;
        return index >= 0 && index < sections.Length ? (asked[0], sections[index]) : null;
    }

    private static double Score(OutlineEntry heading, string number, List<string> terms, IReadOnlyList<IReadOnlyList<string[]>> alternatives)
    {
        if (number.Length > 0)
        {
            var at = heading.Title.IndexOf(number, StringComparison.OrdinalIgnoreCase);
            var whole = at >= 0 && (at + number.Length == heading.Title.Length || !char.IsAsciiLetterOrDigit(heading.Title[at + number.Length])) && (at == 0 || !char.IsAsciiLetterOrDigit(heading.Title[at - 1]))
                && !(at + number.Length + 1 < heading.Title.Length && heading.Title[at + number.Length] == '.' && char.IsAsciiDigit(heading.Title[at + number.Length + 1]));
            return whole && at <= 12 ? 2 - (at / 100.0) : 0;
        }

        var title = Terms(heading.Title).ToHashSet(StringComparer.Ordinal);
        if (terms.Count == 0 || title.Count == 0)
        {
            return 0;
        }

        var covered = terms.Select((term, i) => title.Contains(term) ? 1 : alternatives[i].Any(set => set.All(title.Contains)) ? 0.8 : 0).Sum() / terms.Count;
        return covered - (0.02 * Math.Max(0, title.Count - terms.Count));
    }

    private static List<string> Terms(string text) => [.. TextAnalyzer.Analyze(text).Select(term => term.Term).Distinct()];

    [GeneratedRegex(@"[0-9]+(?:\.[0-9]+)*|第[0-9一二三四五六七八九十百零〇两]+[章节回条部卷篇]|(?<=\b(?:chapter|part|appendix|annex|article)\s)(?:[ivxlc]+|[a-z])\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(?:chapter|section|part|clause|article|paragraph|appendix|annex|on|about|called|titled)\b|[章节条款部分]", RegexOptions.IgnoreCase)]
    private static partial Regex Noise();

    [GeneratedRegex(@"\s+and\s+|,\s+|[、和与及，]", RegexOptions.IgnoreCase)]
    private static partial Regex And();

    /// <summary>The headings of documents, each read once: several parts are looked for in them.</summary>
    private sealed class Outlines(IReadOnlyList<ReadableDocument> documents, CancellationToken cancellationToken)
    {
        private readonly Dictionary<int, IReadOnlyList<OutlineEntry>> _read = [];

        public IReadOnlyList<ReadableDocument> Documents => documents;

        public IReadOnlyList<OutlineEntry> Of(int position) =>
            _read.TryGetValue(position, out var outline) ? outline : _read[position] = DocumentOutline.Read(documents[position], cancellationToken);
    }
}
