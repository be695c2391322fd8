namespace Longleaf.Documents.Formats.Xlsx.Formatting;

/// <summary>A day and time as workbooks count them: days since 1900 (with a 29 February that there was not) or since 1904.</summary>
internal readonly record struct SerialDate(int Year, int Month, int Day, int DayOfWeek, long Seconds, int Fraction)
{
    private const double End = 2_958_466; // the first day of the year 10000
    private const int DaysTo1904 = 1462;
    private const int SecondsADay = 86_400;

    /// <param name="serial">Days; not negative.</param>
    /// <param name="since1904">Whether they count from 1904.</param>
    /// <param name="fractionDigits">How many digits of a second are told; the rest is rounded.</param>
    /// <returns><see langword="null"/> if it is no date that can be shown.</returns>
    public static SerialDate? Of(double serial, bool since1904, int fractionDigits)
    {
        serial += since1904 ? DaysTo1904 : 0;
        if (!(serial >= 0 && serial < End))
        {
            return null;
        }

        var scale = fractionDigits switch { 0 => 1, 1 => 10, 2 => 100, _ => 1000 };
        var units = (long)Math.Round(serial * SecondsADay * scale, MidpointRounding.AwayFromZero);
        var (seconds, fraction) = Math.DivRem(units, scale);
        var (days, ofDay) = Math.DivRem(seconds, SecondsADay);
        var (year, month, day) = Calendar((int)days);
        return new SerialDate(year, month, day, (int)((days + 6) % 7), ofDay, (int)fraction) { Days = days };
    }

    /// <summary>Whole days since the epoch of 1900.</summary>
    public long Days { get; private init; }

    /// <summary>The serial number of a point in time.</summary>
    public static double From(DateTime time, bool since1904)
    {
        var days = (time - new DateTime(1899, 12, 30, 0, 0, 0, time.Kind)).TotalDays;
        days -= days < 61 ? 1 : 0;
        return since1904 ? days - DaysTo1904 : days;
    }

    private static (int Year, int Month, int Day) Calendar(int days)
    {
        switch (days)
        {
            case 0:
                return (1900, 1, 0);
            case 60:
                return (1900, 2, 29);
            case >= (int)End:
                return (10_000, 1, 1);
            default:
                var date = new DateTime(1899, 12, 30).AddDays(days < 60 ? days + 1 : days);
                return (date.Year, date.Month, date.Day);
        }
    }
}
