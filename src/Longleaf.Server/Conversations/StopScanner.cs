using System.Text;

namespace Longleaf.Server.Conversations;

/// <summary>
/// Lets text through up to the stop text that is complete first, as if the text had come letter by letter; holds back what may be
/// the start of one.
/// </summary>
internal sealed class StopScanner(IReadOnlyList<string> stops)
{
    private readonly int _longest = stops.Count == 0 ? 0 : stops.Max(stop => stop.Length);
    private readonly StringBuilder _held = new();

    /// <summary>Whether a stop text was reached: nothing is let through any more.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Takes the next piece and gives what may go out.</summary>
    public string Push(string piece)
    {
        if (Stopped || _longest == 0)
        {
            return Stopped ? "" : piece;
        }

        var text = _held.Append(piece).ToString();
        var (start, end) = (-1, int.MaxValue);
        foreach (var stop in stops)
        {
            var at = text.IndexOf(stop, StringComparison.Ordinal);
            if (at >= 0 && (at + stop.Length < end || (at + stop.Length == end && at < start)))
            {
                (start, end) = (at, at + stop.Length);
            }
        }

        Stopped = start >= 0;
        var free = Stopped ? start : text.Length - HeldLength(text);
        _held.Clear();
        if (!Stopped)
        {
            _held.Append(text, free, text.Length - free);
        }

        return text[..free];
    }

    /// <summary>What was held back when nothing more comes.</summary>
    public string Flush()
    {
        var rest = Stopped ? "" : _held.ToString();
        _held.Clear();
        return rest;
    }

    private int HeldLength(string text)
    {
        for (var length = Math.Min(_longest - 1, text.Length); length > 0; length--)
        {
            var tail = text.AsSpan(text.Length - length);
            foreach (var stop in stops)
            {
                if (stop.AsSpan().StartsWith(tail, StringComparison.Ordinal))
                {
                    return length;
                }
            }
        }

        return 0;
    }
}
