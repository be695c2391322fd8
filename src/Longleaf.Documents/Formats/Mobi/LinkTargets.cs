using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Longleaf.Documents.Formats.Mobi;

/// <summary>
/// Where the links within a book lead: to places in bytes, or to fragments. Those places are marked with ids, so that notes are found by what refers to them.
/// </summary>
internal static partial class LinkTargets
{
    private const int MaxTargets = 200_000;

    /// <summary>Marks the places that older books' links lead to.</summary>
    public static void MarkPlaces(BookPart part)
    {
        var seen = new HashSet<int>();
        foreach (var digits in Matches(part, FilePosition()))
        {
            if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && seen.Count < MaxTargets && seen.Add(place))
            {
                part.AddAnchor(place, place.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>Marks the places in fragments that KF8's links lead to.</summary>
    public static void MarkFragments(Kf8Parts parts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var target in parts.Parts.SelectMany(part => Matches(part, FragmentPlace())))
        {
            // kindle:pos:fid:0009:off:000000010I
            if (seen.Count < MaxTargets && seen.Add(target) && target.Split(':') is [_, _, _, var fragment, _, var offset]
                && parts.Find(Base32(fragment), Base32(offset)) is var (part, place))
            {
                part.AddAnchor(place, target);
            }
        }
    }

    private static IEnumerable<string> Matches(BookPart part, Regex pattern)
    {
        // Bytes as they are: addresses are of ASCII in any charset.
        var markup = Encoding.Latin1.GetString(part.Markup.Span);
        for (var match = pattern.Match(markup); match.Success; match = match.NextMatch())
        {
            yield return match.Groups[1].Value;
        }
    }

    private static int Base32(string digits)
    {
        var value = 0L;
        foreach (var digit in digits)
        {
            value = (value * 32) + (char.IsAsciiDigit(digit) ? digit - '0' : digit - 'A' + 10);
        }

        return value <= int.MaxValue ? (int)value : -1;
    }

    [GeneratedRegex("filepos=\"?0*([0-9]{1,9})")]
    private static partial Regex FilePosition();

    [GeneratedRegex("\"(kindle:pos:fid:[0-9A-V]{1,6}:off:[0-9A-V]{1,10})\"")]
    private static partial Regex FragmentPlace();
}
