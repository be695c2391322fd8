namespace Longleaf.Documents.Formats.Pdf.Tables;

/// <summary>The rules of a page: what is drawn across and down in straight lines.</summary>
internal sealed class PageRules
{
    // How far pieces of one line may be apart.
    private const double Tolerance = 3;

    // A form of a thousand boxes; maps and plots have more.
    private const int MostPieces = 12_000;
    private const int MostRules = 1_500;

    // Shorter ones are ticks and signs.
    private const double LeastLength = 6;

    private readonly List<Rule> _across = [];
    private readonly List<Rule> _down = [];

    /// <summary>Whether there are so many lines that they are a drawing: nothing more is taken.</summary>
    public bool IsDrawing { get; private set; }

    public void AddAcross(double y, double from, double to) => Add(_across, new Rule(y, from, to));

    public void AddDown(double x, double from, double to) => Add(_down, new Rule(x, from, to));

    /// <summary>The lines across and down, pieces of one line joined; none if they are a drawing.</summary>
    public (List<Rule> Across, List<Rule> Down) Joined()
    {
        if (IsDrawing || _across.Count < 2 || _down.Count < 1)
        {
            return ([], []);
        }

        var (across, down) = (Join(_across), Join(_down));
        return across.Count > MostRules || down.Count > MostRules ? ([], []) : (across, down);
    }

    private void Add(List<Rule> rules, in Rule rule)
    {
        if (rules.Count >= MostPieces)
        {
            IsDrawing = true;
        }

        if (!IsDrawing && double.IsFinite(rule.At) && double.IsFinite(rule.From) && double.IsFinite(rule.To))
        {
            rules.Add(rule);
        }
    }

    // Tables are drawn cell by cell, and lines twice: pieces at one place that touch are one line.
    private static List<Rule> Join(List<Rule> pieces)
    {
        pieces.Sort((one, other) => one.At.CompareTo(other.At));
        var joined = new List<Rule>();
        for (int first = 0, next; first < pieces.Count; first = next)
        {
            next = first + 1;
            while (next < pieces.Count && pieces[next].At - pieces[next - 1].At <= 1 && pieces[next].At - pieces[first].At <= Tolerance)
            {
                next++;
            }

            var group = pieces.GetRange(first, next - first);
            group.Sort((one, other) => one.From.CompareTo(other.From));
            var at = (pieces[first].At + pieces[next - 1].At) / 2;
            var (from, to) = (group[0].From, group[0].To);
            foreach (var piece in group)
            {
                if (piece.From > to + Tolerance)
                {
                    Take(joined, new Rule(at, from, to));
                    (from, to) = (piece.From, piece.To);
                }

                to = Math.Max(to, piece.To);
            }

            Take(joined, new Rule(at, from, to));
        }

        return joined;
    }

    private static void Take(List<Rule> rules, in Rule rule)
    {
        if (rule.To - rule.From >= LeastLength)
        {
            rules.Add(rule);
        }
    }
}
