using System.Text.RegularExpressions;

namespace Longleaf.Reading.Extractive.Statements;

/// <summary>Finds key and value in lines such as "Noise (spin): 72 dB(A) at 1,400 rpm", "**Noise** 72 dB" with a tab, or "重量：12 公斤".</summary>
internal static partial class KeyValueLine
{
    /// <summary>Finds them; <see langword="null"/> if the line is not of that form.</summary>
    public static (Range Key, Range Value)? Find(string line)
    {
        if (line.Length is < 3 or > 600)
        {
            return null;
        }

        var match = Colon().Match(line);
        if (!match.Success)
        {
            match = Columns().Match(line);
        }

        if (!match.Success)
        {
            return null;
        }

        var (key, value) = (match.Groups["key"], match.Groups["value"]);
        if (LongKey().Count(key.Value) > 8 || value.Value.StartsWith("//", StringComparison.Ordinal))
        {
            return null;
        }

        // JSON's marks are not the value's.
        var (start, end) = (value.Index, value.Index + value.Length);
        if (line.AsSpan(0, key.Index).Contains('"'))
        {
            end -= end > start + 1 && line[end - 1] == ',' ? 1 : 0;
            (start, end) = end > start + 2 && line[start] == '"' && line[end - 1] == '"' ? (start + 1, end - 1) : (start, end);
        }

        return (key.Index..(key.Index + key.Length), start..end);
    }

    // A clock time or a ratio is no key; the key holds no end of a sentence.
    [GeneratedRegex(@"^(?:[*_`""]{0,3})(?<key>[^\s:：.!?。！？;；|*_`""\[][^:：!?。！？;；|\n]{0,70}?)(?:[*_`""]{0,3})\s?(?:(?<![0-9])[:：]|[:：](?![0-9]))(?:[*_`""]{0,3})\s*(?<value>\S.*?)\s*$")]
    private static partial Regex Colon();

    [GeneratedRegex(@"^(?<key>[^\s:：.!?。！？;；|][^:：!?。！？;；|\t\n]{0,50}?)(?:\t+| {3,}| ?\.{4,} ?)(?<value>[^\s.].{0,200}?)\s*$")]
    private static partial Regex Columns();

    [GeneratedRegex(@"\S+")]
    private static partial Regex LongKey();
}
