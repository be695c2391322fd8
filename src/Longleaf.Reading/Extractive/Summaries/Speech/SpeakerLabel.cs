using System.Buffers;
using System.Text.RegularExpressions;

namespace Longleaf.Reading.Extractive.Summaries.Speech;

/// <summary>The name that a line of a transcript begins with: "Marketing: …", "[00:12:05] Dr Lee: …", "发言人1：…".</summary>
internal static partial class SpeakerLabel
{
    private static readonly SearchValues<char> NoName = SearchValues.Create("。！？!?|=<>/{\"“");

    private const int Longest = 90;
    private const int MostWords = 9;

    /// <summary>The name and where what is said starts; <see langword="null"/> if the line does not begin with one.</summary>
    /// <param name="line">A line; only its beginning is looked at.</param>
    public static (string Name, int Start)? Find(ReadOnlySpan<char> line)
    {
        var head = line.Length > 2 * Longest ? line[..(2 * Longest)] : line;
        var time = 0;
        foreach (var match in Time().EnumerateMatches(head))
        {
            time = match.Length;
        }

        var colon = head[time..].IndexOfAny(':', '：');
        if (colon <= 0 || colon > Longest || time + colon + 1 >= line.Length)
        {
            return null;
        }

        var name = head.Slice(time, colon).Trim().Trim('*').Trim();
        foreach (var match in TimeBehind().EnumerateMatches(name))
        {
            name = name[..match.Index].TrimEnd();
        }

        return IsName(name) && !NoSpeaker().IsMatch(name) ? (name.ToString(), time + colon + 1) : null;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.Length == 0 || !(char.IsUpper(name[0]) || (char.IsLetter(name[0]) && !char.IsLower(name[0]))))
        {
            return false;
        }

        var ideographs = 0;
        foreach (var character in name)
        {
            ideographs += Planning.QuestionLanguage.IsIdeograph(character) ? 1 : 0;
        }

        return name.Count(' ') < MostWords && ideographs <= 12 && !name.ContainsAny(NoName);
    }

    [GeneratedRegex(@"^\W{0,3}(?:[\[(]?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[.,][0-9]{1,3})?[\])]?\s*[-–—]?\s*|\*\*)")]
    private static partial Regex Time();

    [GeneratedRegex(@"\s*[\[(（]?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?[\])）]?$")]
    private static partial Regex TimeBehind();

    // Labels of logs, questionnaires and notes are no speakers.
    [GeneratedRegex(@"^(?:info|warn(?:ing)?|error|debug|trace|fatal|note|nb|q|a|question|answer|example|figure|table|step|http|https|问|答|注|注意|例如?|图|表)$", RegexOptions.IgnoreCase)]
    private static partial Regex NoSpeaker();
}
