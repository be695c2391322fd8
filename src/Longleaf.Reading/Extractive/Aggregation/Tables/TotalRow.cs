using System.Text.RegularExpressions;

namespace Longleaf.Reading.Extractive.Aggregation.Tables;

/// <summary>Tells rows that sum up the others: counted with them, everything would be counted twice.</summary>
internal static partial class TotalRow
{
    // The label stands in the first cell, or behind one for the number of the row.
    private const int LabelCells = 2;

    /// <summary>Whether a row is one.</summary>
    public static bool Is(TableRow row)
    {
        var looked = 0;
        foreach (var cell in row.Cells)
        {
            if (cell.Length == 0)
            {
                continue;
            }

            if (Label().IsMatch(cell))
            {
                return true;
            }

            if (++looked == LabelCells)
            {
                return false;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^\W*(?:(?:(?:grand |sub|sub[- ]|net |overall )?totals?|sum|average|mean|summe|gesamt(?:summe|ergebnis)?|totale?s?(?: g[ée]n[ée]ral)?|итого|всего)(?: .{1,40})?|総計|합계|(?:总)?(?:合计|总计|小计|共计|累计|平均|平均值).{0,8})\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Label();
}
