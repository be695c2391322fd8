using System.Globalization;
using System.Text;

namespace Longleaf.Reading.Citations;

/// <summary>
/// From the path at which a block of JSON starts to that of a value within it: a block holds a few dozen values, and a citation is of one.
/// </summary>
/// <remarks>
/// A path is a stack of steps, the last of which is where the reader stands in the innermost object or array. Blocks start between tokens, and their path is that
/// of their first one.
/// </remarks>
internal sealed class JsonPlace
{
    // As far as names go in the paths of blocks.
    private const int MaxName = 100;

    private readonly List<string> _steps;

    private JsonPlace(List<string> steps) => _steps = steps;

    /// <summary>The path of what stands at a place, and how many lines further down it stands.</summary>
    /// <param name="blockPath">The path at which the block starts.</param>
    /// <param name="block">The block, in UTF-8.</param>
    /// <param name="quoteStart">Where the quote starts in it.</param>
    public static (string Path, int Lines) Find(string blockPath, ReadOnlySpan<byte> block, int quoteStart)
    {
        var lines = block[..quoteStart].Count((byte)'\n');
        var place = Steps(blockPath) is { } steps ? new JsonPlace(steps) : null;
        return (place is null ? blockPath : place.Walk(block, quoteStart), lines);
    }

    // Null for a path that was cut: where it leads is not known.
    private static List<string>? Steps(string path)
    {
        var steps = new List<string>();
        var at = 1;
        while (at < path.Length)
        {
            var length = path[at] switch
            {
                '.' => Length(path, at + 1, ".["),
                '[' when path.AsSpan(at).StartsWith("['") => path.IndexOf("']", at, StringComparison.Ordinal) + 2 - at,
                '[' => path.IndexOf(']', at) + 1 - at,
                _ => 0,
            };
            if (length <= 0)
            {
                return null;
            }

            steps.Add(path.Substring(at, length));
            at += length;
        }

        return path.StartsWith('$') ? steps : null;

        static int Length(string path, int from, string ends)
        {
            var end = path.AsSpan(from).IndexOfAny(ends);
            return end < 0 ? path.Length - from + 1 : end + 1;
        }
    }

    private string Walk(ReadOnlySpan<byte> block, int quoteStart)
    {
        // The path is of the first token already: its comma, or a bracket that it closes, has been counted.
        var (at, isFirst) = (0, true);
        while (at < block.Length)
        {
            var unit = block[at];
            var inQuote = at >= quoteStart;
            switch (unit)
            {
                case (byte)'{' or (byte)'[' when inQuote:
                case (byte)'}' or (byte)']' when inQuote:
                    return ToString();
                case (byte)'{' or (byte)'[':
                    _steps.Add(unit == '[' ? "[0]" : "");
                    break;
                case (byte)'}' or (byte)']' when isFirst:
                    break;
                case (byte)'}' or (byte)']':
                    _steps.RemoveRange(Math.Max(0, _steps.Count - 1), Math.Min(1, _steps.Count));
                    break;
                case (byte)',' when !isFirst && _steps is [.., ['[', var digit, ..] last] && char.IsAsciiDigit(digit):
                    _steps[^1] = string.Create(CultureInfo.InvariantCulture, $"[{long.Parse(last.AsSpan()[1..^1], CultureInfo.InvariantCulture) + 1}]");
                    break;
                case (byte)',' or (byte)':' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                    at++;
                    continue;
                default:
                    var end = TokenEnd(block, at);
                    if (unit == '"' && IsName(block[end..]))
                    {
                        Name(block[(at + 1)..Math.Max(at + 1, end - 1)]);
                    }

                    if (end > quoteStart)
                    {
                        return ToString();
                    }

                    at = end - 1;
                    break;
            }

            isFirst = false;
            at++;
        }

        return ToString();
    }

    private static int TokenEnd(ReadOnlySpan<byte> block, int start)
    {
        var at = start + 1;
        if (block[start] != '"')
        {
            while (at < block.Length && block[at] is not ((byte)',' or (byte)']' or (byte)'}' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                at++;
            }

            return at;
        }

        while (at < block.Length && block[at] != '"')
        {
            at += block[at] == '\\' ? 2 : 1;
        }

        return Math.Min(at + 1, block.Length);
    }

    private static bool IsName(ReadOnlySpan<byte> rest) => rest.TrimStart(" \t\r\n"u8) is [(byte)':', ..];

    private void Name(ReadOnlySpan<byte> name)
    {
        var text = Encoding.UTF8.GetString(name);
        text = text.Length <= MaxName ? text : text[..(MaxName - (char.IsHighSurrogate(text[MaxName - 1]) ? 1 : 0))];
        var isPlain = text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(unit => char.IsAsciiLetterOrDigit(unit) || unit == '_');
        if (_steps.Count > 0)
        {
            _steps[^1] = isPlain ? "." + text : "['" + text.Replace("'", @"\'", StringComparison.Ordinal) + "']";
        }
    }

    /// <inheritdoc/>
    public override string ToString() => "$" + string.Concat(_steps);
}
