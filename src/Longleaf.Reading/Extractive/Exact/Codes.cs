using System.Buffers;
using System.Text.RegularExpressions;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Text;

namespace Longleaf.Reading.Extractive.Exact;

/// <summary>Numbers, codes, ids and quoted words of a sentence that may be the value it gives.</summary>
internal static partial class Codes
{
    private const int MaxText = 2000;

    // So many digits without a comma count nothing.
    private const int LongNumber = 6;

    private static readonly SearchValues<char> Units = SearchValues.Create("°%％‰€$£℃");

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Them, in order, but those of the entity and of the question.</summary>
    public static IReadOnlyList<Range> Find(string text, Range entity, string question)
    {
        var found = new List<Range>();
        foreach (Match match in Code().Matches(text.Length > MaxText ? text[..MaxText] : text))
        {
            var value = match.Groups["value"];
            var (start, end) = (value.Index, value.Index + value.Length);
            if ((end <= entity.Start.Value || start >= entity.End.Value) && !Verbatim.Holds(question, value.Value))
            {
                found.Add(start..end);
            }
        }

        // A year or a day beside a value that is plainly a code is its date, not the value.
        var strong = found.Where(range => !IsDate(text, range)).ToList();
        return strong.Count > 0 ? strong : found;
    }

    /// <summary>Whether a number stands for itself: no unit, no noun behind it says that it counts or measures something.</summary>
    public static bool IsBare(string text, Range code)
    {
        var (start, length) = code.GetOffsetAndLength(text.Length);
        var before = start > 0 ? text[start - 1] : ' ';
        var rest = text.AsSpan(start + length);
        if (before is '$' or '€' or '£' or '¥' or '￥' || (!rest.IsEmpty && Units.Contains(rest[0])))
        {
            return false;
        }

        var value = text.AsSpan(start, length);
        if (length >= 6 && !value.ContainsAny(',', '.') && (value.Contains('-') || value.ContainsAny(Letters) || length >= LongNumber))
        {
            return true;
        }

        if (!value.ContainsAnyInRange('0', '9') || rest.IsEmpty || !(char.IsWhiteSpace(rest[0]) || QuestionLanguage.IsIdeograph(rest[0])))
        {
            return true;
        }

        var next = rest.TrimStart();
        var word = next[..(next.IndexOfAnyExcept(Letters) is var end and >= 0 ? end : next.Length)];
        return next.IsEmpty || (QuestionLanguage.IsIdeograph(next[0]) ? "，。、，的了和与及以而且并这为是".Contains(next[0], StringComparison.Ordinal) : word.IsEmpty || StopWords.Contains(word.ToString().ToLowerInvariant()));
    }

    /// <summary>The values that stand in a row: "12, 15 and 19".</summary>
    public static IReadOnlyList<Range> Enumeration(string text, IReadOnlyList<Range> codes)
    {
        for (var i = 1; i < codes.Count; i++)
        {
            if (!Between().IsMatch(text[codes[i - 1].End.Value..codes[i].Start.Value]))
            {
                return [codes[0]];
            }
        }

        return codes;
    }

    /// <summary>The values in the clause in which the entity stands.</summary>
    public static IReadOnlyList<Range> InClause(string text, IReadOnlyList<Range> codes, Range entity)
    {
        var start = text.AsSpan(0, entity.Start.Value).LastIndexOfAny(",;，；。") + 1;
        var rest = text.AsSpan(entity.End.Value).IndexOfAny(",;，；。");
        var end = rest < 0 ? text.Length : entity.End.Value + rest;
        return [.. codes.Where(code => code.Start.Value >= start && code.End.Value <= end)];
    }

    private static bool IsDate(string text, Range range)
    {
        var (start, length) = range.GetOffsetAndLength(text.Length);
        var around = text[Math.Max(0, start - 16)..Math.Min(text.Length, start + length + 16)];
        return length <= 4 && DatePart().IsMatch(around);
    }

    [GeneratedRegex(@"(?<![A-Za-zÀ-ɏ0-9_])(?<value>[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}|[+\-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|(?:\p{Lu}{2,5} (?=[0-9]))?(?=[A-Za-z\-_./:]{0,40}[0-9])[A-Za-z0-9]+(?:[\-_./:][A-Za-z0-9]+)*)(?![A-Za-z0-9_])|[""“「『](?<value>[^""”」』\n]{1,60}?)[.,]?[""”」』]", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"^\s*(?:,|，|、|;)?\s*(?:and|or|及|和|与|以及)?\s*[""“「]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    [GeneratedRegex(@"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\b(?:in|since|of|year|until|by) (?:1[0-9]{3}|20[0-9]{2})\b|[0-9]{2,4}\s?年|[0-9]{1,2}\s?月|[0-9]{1,2}\s?日|\b[0-9]{1,2}(?:st|nd|rd|th)\b", RegexOptions.IgnoreCase)]
    private static partial Regex DatePart();
}
