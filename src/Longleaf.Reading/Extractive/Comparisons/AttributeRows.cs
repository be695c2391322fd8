namespace Longleaf.Reading.Extractive.Comparisons;

/// <summary>Sets the attributes of several documents side by side.</summary>
internal static class AttributeRows
{
    /// <summary>A row for each attribute that at least two documents state, in the order of the first that does.</summary>
    public static IReadOnlyList<ComparedRow> Of(IReadOnlyList<IReadOnlyList<DocumentAttribute>> documents)
    {
        var byKey = documents.Select(attributes => attributes.ToDictionary(attribute => attribute.Key, StringComparer.Ordinal)).ToArray();
        var (rows, seen) = (new List<ComparedRow>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var attribute in documents.SelectMany(attributes => attributes))
        {
            if (seen.Add(attribute.Key))
            {
                ComparedCell?[] cells = [.. byKey.Select(keys => keys.TryGetValue(attribute.Key, out var own) ? new ComparedCell(own.Statement, own.Range) : null)];
                if (cells.Count(cell => cell is not null) > 1)
                {
                    rows.Add(new ComparedRow(attribute.Label, cells));
                }
            }
        }

        return rows;
    }
}
