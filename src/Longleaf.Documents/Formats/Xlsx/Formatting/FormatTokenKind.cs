namespace Longleaf.Documents.Formats.Xlsx.Formatting;

/// <summary>What a piece of a number format stands for.</summary>
internal enum FormatTokenKind
{
    /// <summary>Text shown as it is.</summary>
    Literal,

    /// <summary>A place for a digit: <c>0</c>, <c>#</c> or <c>?</c>.</summary>
    Digit,

    /// <summary>The decimal point.</summary>
    Point,

    /// <summary>A comma among digit places: thousands, or division by a thousand.</summary>
    Comma,

    /// <summary><c>%</c>.</summary>
    Percent,

    /// <summary><c>E+</c> or <c>E-</c>.</summary>
    Exponent,

    /// <summary>The stroke of a fraction, or of a date.</summary>
    Slash,

    /// <summary>A denominator that is given: <c>8</c> in <c>?/8</c>.</summary>
    Denominator,

    /// <summary>A run of one date letter.</summary>
    Date,

    /// <summary>Hours, minutes or seconds in all: <c>[h]</c>.</summary>
    Elapsed,

    /// <summary>The half of the day: <c>AM/PM</c>.</summary>
    HalfDay,

    /// <summary>The digits after the point of seconds.</summary>
    SecondFraction,

    /// <summary>The cell's text: <c>@</c>.</summary>
    Text,

    /// <summary><c>General</c> among other things.</summary>
    General,
}
