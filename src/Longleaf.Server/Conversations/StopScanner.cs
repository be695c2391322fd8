using System.Text;

namespace Longleaf.Server.Conversations;

/// <summary>Lets text through up to the first stop text, which may come in pieces; holds back what may be the start of one.</summary>
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
        var end = stops.Select(stop => text.IndexOf(stop, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
        Stopped = end >= 0;
        var free = Stopped ? end : text.Length - HeldLength(text);
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
