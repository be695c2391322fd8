using System.Text.RegularExpressions;

namespace Longleaf.Reading.Structured;

/// <summary>How a document writes numbers and dates, gathered from those of its numbers and dates that can be read in one way only.</summary>
internal sealed partial class WritingHabits
{
    private int _commas;
    private int _points;
    private int _dayFirst;
    private int _monthFirst;

    /// <summary>Whether a comma stands before decimals.</summary>
    public bool DecimalComma => _commas > _points;

    /// <summary>Whether 03/12/2024 is in December; where nothing tells, it is in March.</summary>
    public bool DayFirst => _dayFirst > _monthFirst || (_dayFirst == _monthFirst && DecimalComma);

    /// <summary>Learns from a text.</summary>
    public void Learn(string text)
    {
        _commas += DecimalCommas().Count(text);
        _points += DecimalPoints().Count(text);
        _dayFirst += DayBeforeName().Count(text);
        _monthFirst += NameBeforeDay().Count(text);
        foreach (Match match in NumericDates().Matches(text))
        {
            var (first, second) = (int.Parse(match.Groups["first"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), int.Parse(match.Groups["second"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));
            _dayFirst += first is > 12 and <= 31 && second <= 12 ? 1 : 0;
            _monthFirst += second is > 12 and <= 31 && first <= 12 ? 1 : 0;
        }
    }

    [GeneratedRegex(@"(?<![0-9.,])(?:[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|[0-9]+,[0-9]{1,2})(?![0-9.,])")]
    private static partial Regex DecimalCommas();

    [GeneratedRegex(@"(?<![0-9.,])(?:[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+|[0-9]+\.[0-9]{1,2}|[0-9]{1,3}(?:,[0-9]{3}){2,})(?![0-9.,])")]
    private static partial Regex DecimalPoints();

    [GeneratedRegex(@"(?<![0-9])[0-3]?[0-9](?:st|nd|rd|th|\.)? (?:of )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,? [12][0-9]{3}(?![0-9])")]
    private static partial Regex DayBeforeName();

    [GeneratedRegex(@"(?<!\p{L})(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? [0-3]?[0-9](?:st|nd|rd|th)?, [12][0-9]{3}(?![0-9])")]
    private static partial Regex NameBeforeDay();

    [GeneratedRegex(@"(?<![0-9/.\-])(?<first>[0-9]{1,2})/(?<second>[0-9]{1,2})/(?:[0-9]{4}|[0-9]{2})(?![0-9/])")]
    private static partial Regex NumericDates();
}
