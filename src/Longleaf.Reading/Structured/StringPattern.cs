using System.Text.RegularExpressions;

namespace Longleaf.Reading.Structured;

/// <summary>A regular expression of a schema, in the dialect of ECMA-262, run within a time limit.</summary>
/// <param name="Regex">As it is run.</param>
internal sealed record StringPattern(Regex Regex)
{
    /// <summary>The longest pattern taken, in UTF-16 units.</summary>
    public const int MaxLength = 1000;

    private const int MaxFound = 20;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether a text matches somewhere; <see langword="null"/> if that took too long to tell.</summary>
    public bool? Matches(string text)
    {
        try
        {
            return Regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>The same pattern without its anchors, to find what matches within a longer text; <see langword="null"/> if it has none.</summary>
    public StringPattern? Within { get; private init; }

    /// <summary>What of a text matches, in order.</summary>
    public IEnumerable<ReadValue> Find(string text)
    {
        try
        {
            return [.. Regex.Matches(text).Where(match => match.Length > 0).Take(MaxFound).Select(match => new ReadValue(JsonValue.Of(match.Value), match.Index..(match.Index + match.Length)))];
        }
        catch (RegexMatchTimeoutException)
        {
            return [];
        }
    }

    /// <summary>The pattern of a source, or why there is none.</summary>
    public static (StringPattern? Pattern, string Problem) Parse(string source)
    {
        if (source.Length > MaxLength)
        {
            return (null, $"a pattern may have at most {MaxLength} characters.");
        }

        var translator = new EcmaPattern(source);
        if (!translator.TryTranslate(out var translated))
        {
            return (null, translator.Problem);
        }

        try
        {
            var anchored = source.StartsWith('^') && source.EndsWith('$') && !source.Contains('|', StringComparison.Ordinal);
            return (new StringPattern(Make(translated)) { Within = anchored ? Parse(source[1..^1]).Pattern : null }, "");
        }
        catch (ArgumentException)
        {
            return (null, "the pattern is not a regular expression that is understood here.");
        }
    }

    // Linear in the text wherever that is possible; look-around and back references need the other engine.
    private static Regex Make(string translated)
    {
        try
        {
            return new Regex(translated, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeLimit);
        }
        catch (NotSupportedException)
        {
            return new Regex(translated, RegexOptions.CultureInvariant, TimeLimit);
        }
    }
}
