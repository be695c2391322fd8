using System.Globalization;
using System.Text;

namespace Longleaf.Documents.Formats.Xlsx.Formatting;

/// <summary>Numbers as fractions: <c># ?/?</c>, <c># ??/16</c>.</summary>
internal sealed class FractionSection : FormatSection
{
    private const int MaxDenominatorPlaces = 6;

    private readonly bool _hasWhole;
    private readonly long _denominator;
    private readonly long _largest;
    private readonly string _before;
    private readonly string _after;

    public FractionSection(IReadOnlyList<FormatToken> tokens, int slash)
    {
        var numerator = slash - 1;
        while (numerator > 0 && tokens[numerator - 1].Kind == FormatTokenKind.Digit)
        {
            numerator--;
        }

        _hasWhole = tokens.Take(numerator).Any(token => token.Kind == FormatTokenKind.Digit);
        var end = slash + 1;
        while (end < tokens.Count && tokens[end].Kind is FormatTokenKind.Digit or FormatTokenKind.Denominator)
        {
            end++;
        }

        _denominator = tokens[slash + 1].Kind == FormatTokenKind.Denominator ? long.Parse(tokens[slash + 1].Text, CultureInfo.InvariantCulture) : 0;
        _largest = (long)Math.Pow(10, Math.Min(end - slash - 1, MaxDenominatorPlaces)) - 1;
        _before = string.Concat(tokens.TakeWhile(token => token.Kind != FormatTokenKind.Digit).Select(token => token.Text));
        _after = string.Concat(tokens.Skip(end).Where(token => token.Kind == FormatTokenKind.Literal).Select(token => token.Text));
    }

    public override bool Append(StringBuilder output, double magnitude, bool since1904)
    {
        if (!(magnitude < 1e15))
        {
            return false;
        }

        var whole = _hasWhole ? (long)Math.Floor(magnitude) : 0;
        var (numerator, denominator) = _denominator > 0
            ? ((long)Math.Round((magnitude - whole) * _denominator, MidpointRounding.AwayFromZero), _denominator)
            : Nearest(magnitude - whole, _largest);
        if (_hasWhole && numerator == denominator)
        {
            (whole, numerator) = (whole + 1, 0);
        }

        output.Append(_before);
        if (_hasWhole && (whole > 0 || numerator == 0))
        {
            output.Append(whole).Append(numerator == 0 ? "" : " ");
        }

        if (!_hasWhole || numerator > 0)
        {
            output.Append(numerator).Append('/').Append(denominator);
        }

        output.Append(_after);
        return true;
    }

    // The convergents of the continued fraction, and the last step between two of them.
    private static (long Numerator, long Denominator) Nearest(double value, long largest)
    {
        var (p0, q0, p1, q1) = (0L, 1L, 1L, 0L);
        var rest = value;
        for (var steps = 0; steps < 40; steps++)
        {
            var whole = (long)Math.Floor(rest);
            var (p2, q2) = ((whole * p1) + p0, (whole * q1) + q0);
            if (q2 > largest)
            {
                break;
            }

            (p0, q0, p1, q1) = (p1, q1, p2, q2);
            if (rest - whole < 1e-10)
            {
                return (p1, q1);
            }

            rest = 1 / (rest - whole);
        }

        var step = (largest - q0) / q1;
        var (near, far) = ((p0 + (step * p1), q0 + (step * q1)), (p1, q1));
        return Math.Abs(value - ((double)near.Item1 / near.Item2)) < Math.Abs(value - ((double)far.Item1 / far.Item2)) ? near : far;
    }
}
