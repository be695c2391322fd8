using System.Globalization;
using System.Text;

namespace Longleaf.Documents.Formats.Xlsx.Formatting;

/// <summary>Numbers in digit places: decimals, thousands, percent, scientific, and literals in between.</summary>
internal sealed class NumericSection : FormatSection
{
    private readonly FormatToken[] _tokens;
    private readonly int _integerPlaces;
    private readonly int _decimals;
    private readonly int _exponentPlaces;
    private readonly bool _groups;
    private readonly double _factor = 1;
    private readonly bool _isEmpty;

    public NumericSection(IReadOnlyList<FormatToken> tokens)
    {
        var kept = new List<FormatToken>(tokens.Count);
        var lastDigit = LastMantissaDigit(tokens);
        var (afterPoint, afterExponent) = (false, false);
        for (var index = 0; index < tokens.Count; index++)
        {
            var token = tokens[index];
            switch (token.Kind)
            {
                case FormatTokenKind.Digit when afterExponent:
                    _exponentPlaces++;
                    break;
                case FormatTokenKind.Digit when afterPoint:
                    _decimals++;
                    break;
                case FormatTokenKind.Digit:
                    _integerPlaces++;
                    break;
                case FormatTokenKind.Point when afterPoint || afterExponent:
                    token = new FormatToken(FormatTokenKind.Literal, ".");
                    break;
                case FormatTokenKind.Point:
                    afterPoint = true;
                    break;
                case FormatTokenKind.Exponent:
                    afterExponent = true;
                    break;
                case FormatTokenKind.Percent:
                    _factor *= 100;
                    break;
                case FormatTokenKind.Comma when _integerPlaces == 0 && !afterPoint:
                    token = new FormatToken(FormatTokenKind.Literal, ",");
                    break;
                case FormatTokenKind.Comma when index < lastDigit && !afterPoint && !IsBeforePoint(tokens, index):
                    _groups = true;
                    continue;
                case FormatTokenKind.Comma:
                    _factor /= 1000;
                    continue;
                default:
                    break;
            }

            kept.Add(token);
        }

        _tokens = [.. kept];
        _isEmpty = _tokens.Length == 0;
    }

    public override bool Append(StringBuilder output, double magnitude, bool since1904)
    {
        if (_isEmpty)
        {
            return true;
        }

        var scaled = magnitude * _factor;
        if (!double.IsFinite(scaled))
        {
            return false;
        }

        var exponent = 0;
        if (_exponentPlaces > 0)
        {
            (scaled, exponent) = Split(scaled);
        }

        Span<char> buffer = stackalloc char[DecimalDigits.MaxLength];
        var digits = DecimalDigits.Of(scaled, _decimals, buffer, out var integerLength);
        AppendTokens(output, digits, integerLength, exponent, magnitude);
        return true;
    }

    /// <summary>The section for texts may show something else instead, or nothing.</summary>
    public override void AppendText(StringBuilder output, string text)
    {
        foreach (var token in _tokens)
        {
            output.Append(token.Kind == FormatTokenKind.Literal ? token.Text : "");
        }
    }

    private void AppendTokens(StringBuilder output, ReadOnlySpan<char> digits, int integerLength, int exponent, double magnitude)
    {
        var (integerPlace, decimalPlace, exponentPlace) = (0, 0, 0);
        var exponentDigits = Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).PadLeft(_exponentPlaces, '0');
        foreach (var token in _tokens)
        {
            switch (token.Kind)
            {
                case FormatTokenKind.Digit when exponentPlace > 0:
                    output.Append(exponentPlace++ == 1 ? exponentDigits : "");
                    break;
                case FormatTokenKind.Digit when integerPlace < _integerPlaces:
                    AppendInteger(output, digits[..integerLength], integerPlace++, token.Text[0]);
                    break;
                case FormatTokenKind.Digit:
                    AppendDecimal(output, digits[integerLength..], decimalPlace++, token.Text[0]);
                    break;
                case FormatTokenKind.Point:
                    // Without places before the point, what stands there is shown all the same.
                    output.Append(_integerPlaces == 0 ? digits[..integerLength] : []).Append('.');
                    break;
                case FormatTokenKind.Exponent:
                    output.Append('E').Append(exponent < 0 ? "-" : token.Text == "+" ? "+" : "");
                    exponentPlace = 1;
                    break;
                case FormatTokenKind.General:
                    output.Append(GeneralNumber.Format(magnitude));
                    break;
                default:
                    output.Append(token.Text);
                    break;
            }
        }
    }

    private void AppendInteger(StringBuilder output, ReadOnlySpan<char> digits, int place, char kind)
    {
        var position = _integerPlaces - 1 - place;
        if (place == 0)
        {
            for (var surplus = digits.Length - 1; surplus > position; surplus--)
            {
                AppendGrouped(output, digits[digits.Length - 1 - surplus], surplus);
            }
        }

        if (position < digits.Length)
        {
            AppendGrouped(output, digits[digits.Length - 1 - position], position);
        }
        else if (kind == '0')
        {
            AppendGrouped(output, '0', position);
        }
        else if (kind == '?')
        {
            output.Append(' ');
        }
    }

    private void AppendGrouped(StringBuilder output, char digit, int position)
    {
        output.Append(digit);
        if (_groups && position > 0 && position % 3 == 0)
        {
            output.Append(',');
        }
    }

    private static void AppendDecimal(StringBuilder output, ReadOnlySpan<char> digits, int place, char kind)
    {
        var isSpare = place >= digits.Length || !digits[place..].ContainsAnyExcept('0');
        if (!isSpare || kind == '0')
        {
            output.Append(place < digits.Length ? digits[place] : '0');
        }
        else if (kind == '?')
        {
            output.Append(' ');
        }
    }

    // "##0.0E+0" counts in threes, as its places before the point say.
    private (double Mantissa, int Exponent) Split(double value)
    {
        if (value == 0)
        {
            return (0, 0);
        }

        var step = Math.Max(1, _integerPlaces);
        var exponent = (int)Math.Floor(Math.Log10(value));
        exponent -= ((exponent % step) + step) % step;
        var mantissa = Scale(value, exponent);
        var rounded = Math.Round(mantissa, Math.Min(_decimals, 15), MidpointRounding.AwayFromZero);
        return rounded >= Math.Pow(10, step) ? (Scale(value, exponent + step), exponent + step)
            : rounded < 1 ? (Scale(value, exponent - step), exponent - step)
            : (mantissa, exponent);
    }

    private static double Scale(double value, int exponent) =>
        exponent < -300 ? value * 1e300 / Math.Pow(10, exponent + 300) : value / Math.Pow(10, exponent);

    private static int LastMantissaDigit(IReadOnlyList<FormatToken> tokens)
    {
        var last = -1;
        for (var index = 0; index < tokens.Count && tokens[index].Kind != FormatTokenKind.Exponent; index++)
        {
            last = tokens[index].Kind == FormatTokenKind.Digit ? index : last;
        }

        return last;
    }

    // "0,.0" divides as "0.0," does.
    private static bool IsBeforePoint(IReadOnlyList<FormatToken> tokens, int index)
    {
        while (index < tokens.Count && tokens[index].Kind == FormatTokenKind.Comma)
        {
            index++;
        }

        return index < tokens.Count && tokens[index].Kind == FormatTokenKind.Point;
    }
}
