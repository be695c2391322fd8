using System.Globalization;

namespace Longleaf.Documents.Formats.Xlsx.Formatting;

/// <summary>The decimal digits of a number, rounded half up as Excel does: over the 15 digits that it keeps, and not over the bits.</summary>
internal static class DecimalDigits
{
    /// <summary>The most characters there can be: those of the largest double, and the most decimals.</summary>
    public const int MaxLength = 310 + MaxDecimals;

    private const int MaxDecimals = 30;

    // Up to here a double times its power of ten is a whole number that it can hold.
    private const double MaxFast = 1e9;
    private static readonly long[] Powers = [1, 10, 100, 1000, 10_000];

    /// <summary>Writes the digits: those before the point without leading zeros, then the decimals.</summary>
    public static ReadOnlySpan<char> Of(double value, int decimals, Span<char> buffer, out int integerLength)
    {
        decimals = Math.Min(decimals, MaxDecimals);
        if (value < MaxFast && decimals < Powers.Length)
        {
            var scaled = value * Powers[decimals];
            var whole = Math.Floor(scaled);
            // Near a half the bits may lie on the wrong side.
            if (Math.Abs(scaled - whole - 0.5) > 0.01)
            {
                return OfWhole((long)(scaled - whole > 0.5 ? whole + 1 : whole), decimals, buffer, out integerLength);
            }
        }

        var text = value < 1e28
            ? decimal.Round((decimal)value, Math.Min(decimals, 28), MidpointRounding.AwayFromZero).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : Large(value, decimals);
        var point = decimals == 0 ? text.Length : text.Length - decimals - 1;
        var start = point == 1 && text[0] == '0' ? 1 : 0;
        integerLength = point - start;
        text.AsSpan(start, integerLength).CopyTo(buffer);
        text.AsSpan(text.Length - decimals).CopyTo(buffer[integerLength..]);
        return buffer[..(integerLength + decimals)];
    }

    private static ReadOnlySpan<char> OfWhole(long scaled, int decimals, Span<char> buffer, out int integerLength)
    {
        var (integer, fraction) = Math.DivRem(scaled, Powers[decimals]);
        integerLength = 0;
        if (integer > 0)
        {
            integer.TryFormat(buffer, out integerLength, provider: CultureInfo.InvariantCulture);
        }

        for (var place = integerLength + decimals - 1; place >= integerLength; place--)
        {
            (fraction, var digit) = Math.DivRem(fraction, 10);
            buffer[place] = (char)('0' + digit);
        }

        return buffer[..(integerLength + decimals)];
    }

    private static string Large(double value, int decimals)
    {
        var text = value.ToString("E14", CultureInfo.InvariantCulture);
        var exponent = int.Parse(text.AsSpan(text.IndexOf('E', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
        var digits = text[0] + text[2..16];
        return digits.PadRight(exponent + 1, '0') + (decimals > 0 ? "." + new string('0', decimals) : "");
    }
}
