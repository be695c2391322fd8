namespace Longleaf.Evaluation.Reports;

/// <summary>How much was answered by the length of the haystack and the depth in it.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Lengths">The columns: lengths, as people write them.</param>
/// <param name="Depths">The rows: how deep, as people write it.</param>
/// <param name="Shares">For each depth, for each length: the share answered, 0 to 1; <see langword="null"/> where nothing was asked.</param>
public sealed record HeatMap(string Title, IReadOnlyList<string> Lengths, IReadOnlyList<string> Depths, IReadOnlyList<IReadOnlyList<double?>> Shares)
{
    /// <summary>The same as a table.</summary>
    public ReportTable ToTable() => new(
        Title,
        ["depth", .. Lengths],
        [.. Depths.Select((depth, row) => (IReadOnlyList<ReportCell>)[ReportCell.Of(depth), .. Shares[row].Select(share => share is { } known ? ReportCell.Share(known) : ReportCell.None)])]);
}
