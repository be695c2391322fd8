using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Longleaf.Documents.Formats.Mobi;

/// <summary>
/// Where the links within a book lead: to places in bytes, or to fragments. Those places are marked with ids, so that notes are found by what refers to them.
/// </summary>
internal static class LinkTargets
{
    private const int MaxTargets = 200_000;

    // kindle:pos:fid:0009:off:000000010I
    private const int MaxFragmentTarget = 48;

    /// <summary>Marks the places that older books' links lead to.</summary>
    public static void MarkPlaces(BookPart part)
    {
        var seen = new HashSet<int>();
        var rest = part.Markup.Span;
        while (rest.IndexOf("filepos="u8) is >= 0 and var at && seen.Count < MaxTargets)
        {
            rest = rest[(at + 8)..];
            if (Utf8Parser.TryParse(rest.StartsWith("\""u8) ? rest[1..] : rest, out int place, out _) && place > 0 && seen.Add(place))
            {
                part.AddAnchor(place, place.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>Marks the places in fragments that KF8's links lead to.</summary>
    public static void MarkFragments(Kf8Parts parts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var linking in parts.Parts)
        {
            var rest = linking.Markup.Span;
            while (rest.IndexOf("kindle:pos:fid:"u8) is >= 0 and var at && seen.Count < MaxTargets)
            {
                rest = rest[at..];
                var end = rest[..Math.Min(rest.Length, MaxFragmentTarget)].IndexOf((byte)'"');
                if (end > 0 && Encoding.ASCII.GetString(rest[..end]) is var target && seen.Add(target)
                    && target.Split(':') is [_, _, _, var fragment, _, var offset] && parts.Find(Base32(fragment), Base32(offset)) is { } place)
                {
                    place.Part.AddAnchor(place.Offset, target);
                }

                rest = rest[1..];
            }
        }
    }

    private static int Base32(string digits)
    {
        var value = 0L;
        foreach (var digit in digits)
        {
            var worth = digit is >= '0' and <= '9' ? digit - '0' : digit is >= 'A' and <= 'V' ? digit - 'A' + 10 : -1;
            value = (value * 32) + worth;
            if (worth < 0 || value > int.MaxValue)
            {
                return -1;
            }
        }

        return (int)value;
    }
}
