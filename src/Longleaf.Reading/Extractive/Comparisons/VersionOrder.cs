using System.Globalization;
using System.Text.RegularExpressions;

namespace Longleaf.Reading.Extractive.Comparisons;

/// <summary>Which of two files is the older version, by their names, and whether a question asks for what changed.</summary>
internal static partial class VersionOrder
{
    /// <summary>Whether the first is older: a lower number where the names differ in one alone, or "draft" and "old" against "final" and "new".</summary>
    public static bool IsOlder(string name, string other)
    {
        var (numbers, others) = (Numbers(name), Numbers(other));
        if (numbers.Length == others.Length && numbers.Length > 0 && Digits().Replace(name, "0") == Digits().Replace(other, "0"))
        {
            var first = Enumerable.Range(0, numbers.Length).FirstOrDefault(i => numbers[i] != others[i], -1);
            return first >= 0 && numbers[first] < others[first];
        }

        return (Old().IsMatch(name) && !Old().IsMatch(other)) || (New().IsMatch(other) && !New().IsMatch(name));
    }

    /// <summary>Whether a question asks for what changed.</summary>
    public static bool AskedFor(string question) => Change().IsMatch(question);

    private static long[] Numbers(string name) => [.. Digits().Matches(name).Select(match => long.TryParse(match.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)];

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?<![\p{L}])(?:old|draft|original|previous|prior|before)(?![\p{L}])|旧|原|初稿|草稿|修订前|修改前", RegexOptions.IgnoreCase)]
    private static partial Regex Old();

    [GeneratedRegex(@"(?<![\p{L}])(?:new|final|revised|amended|updated|current|after)(?![\p{L}])|新|终稿|定稿|修订后|修改后|修订版|修正", RegexOptions.IgnoreCase)]
    private static partial Regex New();

    [GeneratedRegex(@"\bchange[ds]?\b|\brevis(?:ed|ions?)\b|\bamend(?:ed|ments?)?\b|\bversions?\b|\badded\b|\bremoved\b|修改|改动|变更|变化|修订|版本|新增|删除|删去|改了", RegexOptions.IgnoreCase)]
    private static partial Regex Change();
}
