using System.Globalization;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Extractive.Aggregation.Computing;
using Longleaf.Reading.Extractive.Aggregation.Questions;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Structured;

namespace Longleaf.Reading.Extractive.Aggregation;

/// <summary>Writes figures with their units.</summary>
internal static class FigureFormat
{
    // An average has so many more digits than what it is of, and no more than this.
    private const int MoreDecimals = 2;
    private const int MaxDecimals = 6;
    private const int LongestUnit = 16;

    /// <summary>A figure as people read it.</summary>
    /// <param name="measure">What it is of.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="decimals">How many digits the column's numbers have behind their mark, at most.</param>
    /// <param name="currency">The currency that a column beside it names; empty for none.</param>
    /// <param name="language">The answer's language.</param>
    /// <param name="isOne">Whether it stands alone: means below each other have as many digits.</param>
    public static string Write(Measure measure, Figure figure, int decimals, string currency, AnswerLanguage language, bool isOne)
    {
        if (figure.Number is not { } number)
        {
            return figure.Date ?? "–";
        }

        if (measure.Calculation is Calculation.Count or Calculation.Different)
        {
            return Number(number, 0);
        }

        var isMean = measure.Calculation is Calculation.Average or Calculation.Median;
        return WithUnit(Number(number, isMean ? isOne ? Digits(number, decimals) : Math.Max(decimals, MoreDecimals) : decimals), measure.Column!.Unit.Length > 0 ? measure.Column.Unit : currency, language);
    }

    /// <summary>A number with groups of three, and so many decimals.</summary>
    public static string Number(double number, int decimals) => Math.Round(number, Math.Clamp(decimals, 0, MaxDecimals), MidpointRounding.AwayFromZero).ToString($"N{Math.Clamp(decimals, 0, MaxDecimals)}", CultureInfo.InvariantCulture);

    /// <summary>A bound as people say it.</summary>
    public static string Bound(double number, string unit, AnswerLanguage language) => WithUnit(number.ToString("#,##0.######", CultureInfo.InvariantCulture), unit, language);

    private static int Digits(double number, int decimals) => number == Math.Round(number) && decimals == 0 ? 0 : Math.Min(MaxDecimals, Math.Max(decimals, MoreDecimals));

    private static string WithUnit(string number, string unit, AnswerLanguage language)
    {
        if (unit.Length is 0 or > LongestUnit)
        {
            return number;
        }

        // In Chinese nobody writes CNY.
        if (language == AnswerLanguage.Chinese && unit == "CNY")
        {
            return number + " 元";
        }

        return unit is "%" or "％" ? number + "%" : $"{number} {(CurrencyReader.Read(unit).Any() ? unit : QuotedText.Inert(unit))}";
    }
}
