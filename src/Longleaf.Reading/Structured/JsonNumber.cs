using System.Globalization;
using System.Numerics;

namespace Longleaf.Reading.Structured;

/// <summary>A JSON number exactly as written: ± digits × 10^exponent, of any size.</summary>
internal sealed class JsonNumber : IComparable<JsonNumber>, IEquatable<JsonNumber>
{
    // Exponents beyond it are beyond comparing; sums of a few of them still fit a long.
    private const long MaxExponent = long.MaxValue / 8;
    private const int ChunkDigits = 18;

    private readonly bool _negative;

    // Without zeros at either end; empty for nought.
    private readonly string _digits;
    private readonly long _exponent;

    private JsonNumber(bool negative, string digits, long exponent)
    {
        var significant = digits.TrimStart('0');
        _digits = significant.TrimEnd('0');
        _negative = negative && _digits.Length > 0;
        _exponent = _digits.Length == 0 ? 0 : exponent + (significant.Length - _digits.Length);
    }

    /// <summary>Whether it is a whole number, however written: 1.0 is one.</summary>
    public bool IsInteger => _exponent >= 0;

    /// <summary>Whether it is less than nought.</summary>
    public bool IsNegative => _negative;

    /// <summary>Whether it is nought.</summary>
    public bool IsZero => _digits.Length == 0;

    /// <summary>The number of a text that is one by JSON's grammar.</summary>
    public static JsonNumber Parse(string json)
    {
        var text = json.AsSpan();
        var negative = text[0] == '-';
        text = negative ? text[1..] : text;
        var mark = text.IndexOfAny('e', 'E');
        var exponent = mark < 0 ? 0 : Exponent(text[(mark + 1)..]);
        var mantissa = mark < 0 ? text : text[..mark];
        var point = mantissa.IndexOf('.');
        return point < 0
            ? new JsonNumber(negative, mantissa.ToString(), exponent)
            : new JsonNumber(negative, string.Concat(mantissa[..point], mantissa[(point + 1)..]), exponent - (mantissa.Length - point - 1));
    }

    /// <summary>The number of a count.</summary>
    public static JsonNumber Of(long value) => Parse(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether it is a whole multiple of another number that is greater than nought; exact.</summary>
    public bool IsMultipleOf(JsonNumber divisor)
    {
        if (IsZero)
        {
            return true;
        }

        // a × 10^e = n × b × 10^f. Where e is less than f, a must end in noughts; it never does.
        var shift = _exponent - divisor._exponent;
        if (shift < 0)
        {
            return false;
        }

        var modulus = BigInteger.Parse(divisor._digits, CultureInfo.InvariantCulture);
        return (Remainder(modulus) * BigInteger.ModPow(10, shift, modulus) % modulus).IsZero;
    }

    /// <inheritdoc/>
    public int CompareTo(JsonNumber? other)
    {
        if (other is null)
        {
            return 1;
        }

        if (_negative != other._negative || IsZero || other.IsZero)
        {
            return Sign().CompareTo(other.Sign());
        }

        var (mine, theirs) = (_digits.Length + _exponent, other._digits.Length + other._exponent);
        var magnitude = mine != theirs ? mine.CompareTo(theirs) : string.CompareOrdinal(_digits, other._digits);
        return _negative ? -magnitude : magnitude;
    }

    /// <inheritdoc/>
    public bool Equals(JsonNumber? other) => other is not null && CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as JsonNumber);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_negative, _digits, _exponent);

    /// <summary>The number written without an exponent, as short as it goes; <see langword="null"/> if that is longer than <paramref name="longest"/>.</summary>
    public string? ToPlainString(int longest)
    {
        var sign = _negative ? "-" : "";
        if (Math.Abs(_exponent) > longest || _digits.Length > longest)
        {
            return null;
        }

        var exponent = (int)_exponent;
        if (exponent >= 0)
        {
            return IsZero ? "0" : sign + _digits + new string('0', exponent);
        }

        var padded = _digits.PadLeft(1 - exponent, '0');
        return string.Concat(sign, padded.AsSpan(0, padded.Length + exponent), ".", padded.AsSpan(padded.Length + exponent));
    }

    private int Sign() => IsZero ? 0 : _negative ? -1 : 1;

    // Digit by digit in chunks: a number of a million digits costs no more than its length.
    private BigInteger Remainder(BigInteger modulus)
    {
        var remainder = BigInteger.Zero;
        for (var start = 0; start < _digits.Length; start += ChunkDigits)
        {
            var chunk = _digits.AsSpan(start, Math.Min(ChunkDigits, _digits.Length - start));
            remainder = ((remainder * BigInteger.Pow(10, chunk.Length)) + long.Parse(chunk, CultureInfo.InvariantCulture)) % modulus;
        }

        return remainder;
    }

    private static long Exponent(ReadOnlySpan<char> text)
    {
        var negative = text[0] == '-';
        var digits = text.TrimStart("+-").TrimStart('0');
        var size = digits.Length == 0 ? 0 : digits.Length > ChunkDigits ? MaxExponent : Math.Min(MaxExponent, long.Parse(digits, CultureInfo.InvariantCulture));
        return negative ? -size : size;
    }
}
