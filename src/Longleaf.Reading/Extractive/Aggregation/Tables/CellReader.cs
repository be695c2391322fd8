using System.Globalization;
using System.Text.RegularExpressions;
using Longleaf.Reading.Structured;

namespace Longleaf.Reading.Extractive.Aggregation.Tables;

/// <summary>Reads whole cells as numbers and as dates.</summary>
internal static partial class CellReader
{
    private const int LongestCell = 60;
    private const int LongestUnit = 16;
    private const int MaxDecimals = 6;

    /// <summary>Whether a cell says that there is nothing.</summary>
    public static bool IsBlank(string cell) => cell.Length == 0 || (cell.Length <= 12 && Blank().IsMatch(cell));

    /// <summary>The number that a cell is; <see langword="null"/> if it is none, or more than one.</summary>
    /// <param name="cell">The cell, trimmed.</param>
    /// <param name="habits">How its table writes numbers.</param>
    public static CellNumber? Number(string cell, WritingHabits habits)
    {
        if (cell.Length is 0 or > LongestCell)
        {
            return null;
        }

        // Most are plain: the patterns of all that people write take twenty times as long.
        if (IsPlain(cell))
        {
            return new CellNumber(double.Parse(cell, CultureInfo.InvariantCulture), "", cell.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? Math.Min(MaxDecimals, cell.Length - point - 1) : 0);
        }

        if (!cell.Any(char.IsDigit))
        {
            return null;
        }

        var read = default((string Number, Range Place)?);
        foreach (var one in NumberReader.Read(cell, habits, asShare: false))
        {
            if (read is not null)
            {
                return null;
            }

            read = one;
        }

        if (read is not { } found || !double.TryParse(found.Number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        // What stands beside the number is its unit, or the cell is no number but a text with one.
        var rest = $"{cell[..found.Place.Start.Value]} {cell[found.Place.End.Value..]}".Trim(' ', '(', ')');
        if (rest.Length > LongestUnit || rest.Any(char.IsAsciiDigit) || rest.Contains(' ', StringComparison.Ordinal))
        {
            return null;
        }

        var unit = CurrencyReader.Code(cell) ?? (cell.AsSpan().ContainsAny('%', '％') ? "%" : rest);
        return new CellNumber(value, unit, Decimals(found.Number));
    }

    /// <summary>The day that a cell is, or the first of the month it is; <see langword="null"/> if it is none.</summary>
    /// <param name="cell">The cell, trimmed.</param>
    /// <param name="habits">How its table writes dates.</param>
    public static DateOnly? Date(string cell, WritingHabits habits)
    {
        if (cell.Length is < 6 or > LongestCell || !cell.Any(char.IsDigit))
        {
            return null;
        }

        foreach (var (date, place) in DateReader.Dates(cell, habits))
        {
            var rest = cell.Remove(place.Start.Value, place.End.Value - place.Start.Value);
            return BesideDate().IsMatch(rest) ? date : null;
        }

        return Month().Match(cell) is { Success: true } month && int.Parse(month.Groups["month"].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var number
            ? new DateOnly(int.Parse(month.Groups["year"].ValueSpan, CultureInfo.InvariantCulture), number, 1)
            : null;
    }

    private static bool IsPlain(string cell)
    {
        var (digits, points) = (0, 0);
        for (var i = cell[0] == '-' ? 1 : 0; i < cell.Length; i++)
        {
            digits += char.IsAsciiDigit(cell[i]) ? 1 : 0;
            points += cell[i] == '.' ? 1 : 0;
            if (!char.IsAsciiDigit(cell[i]) && cell[i] != '.')
            {
                return false;
            }
        }

        // "1.234" may be a thousand and some: that is for the habits to say.
        return digits is > 0 and <= 18 && (points == 0 || (points == 1 && cell[^1] != '.' && cell.Length - cell.IndexOf('.', StringComparison.Ordinal) - 1 != 3));
    }

    private static int Decimals(string number) => number.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? Math.Min(MaxDecimals, number.Length - point - 1) : 0;

    [GeneratedRegex(@"^(?:[-–—_./\s]+|n\.?/?a\.?|nil|null|none|nan|unknown|tbd|#N/A|无|空|未知|不详|暂无)$", RegexOptions.IgnoreCase)]
    private static partial Regex Blank();

    // A time of day, a weekday.
    [GeneratedRegex(@"^[\sT,]*(?:[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\s?(?:[ap]m)?\s?(?:Z|[+\-][0-9]{2}:?[0-9]{2})?)?[\s,]*(?:\(?(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?|(?:星期|周)[一二三四五六日天])\)?)?[\s,]*$", RegexOptions.IgnoreCase)]
    private static partial Regex BesideDate();

    [GeneratedRegex(@"^(?<year>(?:19|20)[0-9]{2})(?:[-/.]|\s?年\s?)(?<month>[01]?[0-9])(?:\s?月份?)?$")]
    private static partial Regex Month();
}
