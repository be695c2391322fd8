namespace Longleaf.Reading.Extractive.Comparisons;

/// <summary>What differs between the clauses of two texts.</summary>
/// <param name="Changed">Clauses of both that do not say the same.</param>
/// <param name="Added">Clauses that only the newer has.</param>
/// <param name="Removed">Clauses that only the older has.</param>
/// <param name="Same">How many clauses both have, wherever they stand.</param>
internal sealed record ClauseChanges(IReadOnlyList<ComparedRow> Changed, IReadOnlyList<Clause> Added, IReadOnlyList<Clause> Removed, int Same)
{
    // Versions of a text share at least so much of the shorter.
    private const double SharedShare = 0.4;
    private const double FewestShared = 0.15;
    private const int LeastSame = 3;

    // The clauses left over are compared two by two: more than this many are told as added and removed.
    private const int MaxPaired = 600;
    private const double SameTitle = 0.25;

    /// <summary>How many changes there are.</summary>
    public int Count => Changed.Count + Added.Count + Removed.Count;

    /// <summary>Whether so much is shared that the two are versions of one text.</summary>
    public bool AreVersions => Same >= LeastSame && Same + Changed.Count > 0 && Same >= SharedShare * (Same + Changed.Count + Math.Min(Added.Count, Removed.Count));

    /// <summary>Whether they may be, where the question says that they are.</summary>
    public bool MayBeVersions => Same + Changed.Count >= FewestShared * (Same + Changed.Count + Math.Min(Added.Count, Removed.Count)) && Same + Changed.Count > 0;

    /// <summary>Finds them.</summary>
    public static ClauseChanges Between(IReadOnlyList<Clause> older, IReadOnlyList<Clause> newer, CancellationToken cancellationToken)
    {
        // :: 1: what stands in both is the same, wherever it stands.
        var counts = newer.GroupBy(clause => clause.Text, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var (removed, same) = (new List<Clause>(), 0);
        foreach (var clause in older)
        {
            if (counts.TryGetValue(clause.Text, out var left) && left > 0)
            {
                counts[clause.Text] = left - 1;
                same++;
            }
            else
            {
                removed.Add(clause);
            }
        }

        // Of clauses that stand several times, the last of the newer text are the ones left over.
        var added = new List<Clause>();
        foreach (var clause in newer.Reverse())
        {
            if (counts[clause.Text] > 0)
            {
                counts[clause.Text]--;
                added.Add(clause);
            }
        }

        added.Reverse();

        // :: 2: of the rest, what is alike was changed; the same title speaks for it.
        var pairs = SentenceAlignment.Pairs(
            [.. removed.Take(MaxPaired).Select(clause => clause.Statement.Text)], [.. added.Take(MaxPaired).Select(clause => clause.Statement.Text)],
            (i, j) => removed[i].Key.Length > 0 && removed[i].Key == added[j].Key ? SameTitle : 0, cancellationToken);
        ComparedRow[] changed = [.. pairs.OrderBy(pair => pair.Theirs).Select(pair => Row(removed[pair.Ours], added[pair.Theirs]))];
        var (usedOlder, usedNewer) = (pairs.Select(pair => pair.Ours).ToHashSet(), pairs.Select(pair => pair.Theirs).ToHashSet());
        return new ClauseChanges(changed, [.. added.Where((_, i) => !usedNewer.Contains(i))], [.. removed.Where((_, i) => !usedOlder.Contains(i))], same);
    }

    private static ComparedRow Row(Clause older, Clause newer)
    {
        var (boldOlder, boldNewer) = ChangedWords.Find(older.Statement.Text, newer.Statement.Text);
        return new ComparedRow(newer.Title.Length > 0 ? newer.Title : older.Title, [new ComparedCell(older.Statement, .., boldOlder), new ComparedCell(newer.Statement, .., boldNewer)]);
    }
}
