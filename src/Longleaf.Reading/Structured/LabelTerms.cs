using System.Text.RegularExpressions;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Structured;

/// <summary>The terms of labels and of names of fields.</summary>
internal static partial class LabelTerms
{
    private const int LongestLabel = 400;

    /// <summary>The terms in order.</summary>
    /// <remarks>In running text "id" and "no" say nothing and are no terms; in a label they ask for a number, as "#" does behind a word; before one it counts.</remarks>
    public static List<string> Ordered(string label)
    {
        var head = label.Length > LongestLabel ? label[..LongestLabel] : label;
        return [.. TextAnalyzer.Analyze(Numbering().Replace(head, " number ")).Select(term => term.Term)];
    }

    /// <summary>The terms, each once.</summary>
    public static HashSet<string> Of(string label) => Ordered(label).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:ids?|no|nr|num)(?![\p{L}])\.?|#(?!\s*\p{L})|№", RegexOptions.IgnoreCase)]
    private static partial Regex Numbering();
}
