using System.Globalization;

namespace Longleaf.Documents.Formats.Xlsx.Formatting;

/// <summary>Numbers without a format: at most 11 characters, as in a cell wide enough. Whole numbers keep their digits, as they are often keys.</summary>
internal static class GeneralNumber
{
    private const int Width = 11;
    // Up to 2^53 a double holds every whole number.
    private const double MaxWhole = 9_007_199_254_740_992;

    public static string Format(double value)
    {
        var magnitude = Math.Abs(value);
        if (magnitude < MaxWhole && Math.Floor(magnitude) == magnitude)
        {
            return ((long)value).ToString(CultureInfo.InvariantCulture);
        }

        if (!double.IsFinite(value))
        {
            return "#NUM!";
        }

        var text = OfMagnitude(magnitude);
        return value < 0 && text != "0" ? "-" + text : text;
    }

    private static string OfMagnitude(double magnitude)
    {
        var exponent = (int)Math.Floor(Math.Log10(magnitude));
        if (exponent is >= -4 and <= -1)
        {
            return Fixed(magnitude, Width - 2);
        }

        if (exponent is >= 0 and <= 10)
        {
            // The digits before the point, the point, and what is left.
            return Fixed(magnitude, Math.Max(0, Width - 2 - exponent));
        }

        if (exponent is >= -9 and < -4 && Fixed(magnitude, 12) is { Length: <= Width } small)
        {
            return small;
        }

        return exponent is > 10 and < 15 ? Fixed(magnitude, 0) : Scientific(magnitude);
    }

    // Fifteen digits are what Excel keeps: a decimal made of a double has as many, and rounds as people do.
    private static string Fixed(double magnitude, int decimals) =>
        decimal.Round((decimal)magnitude, decimals, MidpointRounding.AwayFromZero).ToString("0.############", CultureInfo.InvariantCulture);

    private static string Scientific(double magnitude) => magnitude.ToString("0.#####E+00", CultureInfo.InvariantCulture);
}
