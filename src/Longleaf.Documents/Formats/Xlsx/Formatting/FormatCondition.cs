using System.Globalization;

namespace Longleaf.Documents.Formats.Xlsx.Formatting;

/// <summary>The condition of a section: <c>[&gt;=100]</c>.</summary>
internal readonly record struct FormatCondition(string Operator, double Limit)
{
    public static FormatCondition? Parse(ReadOnlySpan<char> text)
    {
        var length = text is ['<' or '>', '=' or '>', ..] ? 2 : text is ['<' or '>' or '=', ..] ? 1 : 0;
        return length > 0 && double.TryParse(text[length..], NumberStyles.Float, CultureInfo.InvariantCulture, out var limit)
            ? new FormatCondition(text[..length].ToString(), limit)
            : null;
    }

    public bool Holds(double value) => Operator switch
    {
        "<" => value < Limit,
        "<=" => value <= Limit,
        ">" => value > Limit,
        ">=" => value >= Limit,
        "<>" => value != Limit,
        _ => value == Limit,
    };

    /// <summary>Whether just the negative numbers meet it: they are then shown without their sign.</summary>
    public bool IsOfNegatives => Operator == "<" && Limit == 0;

    /// <summary>Whether just the negative numbers fail it.</summary>
    public bool LeavesNegatives => Operator is ">=" or ">" && Limit == 0;
}
