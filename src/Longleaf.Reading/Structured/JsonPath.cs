using System.Globalization;
using System.Text.RegularExpressions;

namespace Longleaf.Reading.Structured;

/// <summary>Writes paths of values, such as <c>$.items[2]['unit price']</c>.</summary>
internal static partial class JsonPath
{
    /// <summary>The whole value.</summary>
    public const string Root = "$";

    // Names come from requests: a path that is told stays readable.
    private const int LongestName = 80;

    /// <summary>The path of a member.</summary>
    public static string Member(string path, string name)
    {
        if (Plain().IsMatch(name))
        {
            return path + "." + name;
        }

        var shown = name.Length <= LongestName ? name : string.Concat(name.AsSpan(0, char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName), "…");
        return path + "['" + shown.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal) + "']";
    }

    /// <summary>The path of an item.</summary>
    public static string Item(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    [GeneratedRegex(@"^[\p{L}_$][\p{L}\p{N}_$]{0,79}\z")]
    private static partial Regex Plain();
}
