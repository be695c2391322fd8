using System.Text;

namespace Longleaf.Documents.Formats.Xlsx.Formatting;

/// <summary>Dates, times of day and durations.</summary>
internal sealed class DateSection : FormatSection
{
    private const int BuddhistYears = 543;

    private readonly FormatToken[] _tokens;
    private readonly DateNames _names;
    private readonly DateNames _eastAsian;
    private readonly int _fractionDigits;
    private readonly bool _hasHalfDay;

    public DateSection(IReadOnlyList<FormatToken> tokens, int language)
    {
        _tokens = [.. tokens];
        (_names, _eastAsian) = (DateNames.In(language), DateNames.EastAsian(language));
        _fractionDigits = tokens.Where(token => token.Kind == FormatTokenKind.SecondFraction).Select(token => token.Text.Length).FirstOrDefault();
        _hasHalfDay = tokens.Any(token => token.Kind == FormatTokenKind.HalfDay);
        MarkMinutes();
        MarkElapsed();
    }

    public override bool IsDate => true;

    /// <summary>Whether it shows a duration, which may be negative.</summary>
    public override bool IsDuration => Array.Exists(_tokens, token => token.Kind == FormatTokenKind.Elapsed);

    public override bool Append(StringBuilder output, double magnitude, bool since1904)
    {
        if (SerialDate.Of(magnitude, since1904, _fractionDigits) is not { } date)
        {
            return false;
        }

        foreach (var token in _tokens)
        {
            switch (token.Kind)
            {
                case FormatTokenKind.Date:
                    AppendDate(output, token.Text, date);
                    break;
                case FormatTokenKind.Elapsed:
                    AppendElapsed(output, token.Text, date, since1904);
                    break;
                case FormatTokenKind.HalfDay:
                    var isMorning = date.Seconds < 43_200;
                    output.Append(token.Text switch { "AM/PM" => isMorning ? "AM" : "PM", "上午/下午" => isMorning ? "上午" : "下午", var letters => letters[isMorning ? 0 : 2].ToString() });
                    break;
                case FormatTokenKind.SecondFraction:
                    AppendNumber(output.Append('.'), date.Fraction, _fractionDigits);
                    break;
                default:
                    output.Append(token.Text);
                    break;
            }
        }

        return true;
    }

    // "m" is minutes after hours or beside seconds (ECMA-376, 18.8.31; Excel).
    private void MarkMinutes()
    {
        for (var index = 0; index < _tokens.Length; index++)
        {
            if (_tokens[index] is { Kind: FormatTokenKind.Date, Text: "m" or "mm" } token
                && (Neighbour(index, -1) is ['h' or 's', ..] || Neighbour(index, 1) is ['s', ..]))
            {
                _tokens[index] = token with { Text = token.Text.Length == 1 ? "n" : "nn" };
            }
        }
    }

    // Where "[h]" stands, a later "h" is the hours in all as well.
    private void MarkElapsed()
    {
        for (var index = 0; index < _tokens.Length; index++)
        {
            var letter = _tokens[index].Kind == FormatTokenKind.Date ? _tokens[index].Text[0] : ' ';
            letter = letter switch { 'h' or 's' => letter, 'n' => 'm', _ => ' ' };
            if (letter != ' ' && Array.Exists(_tokens, token => token.Kind == FormatTokenKind.Elapsed && token.Text[0] == letter))
            {
                _tokens[index] = new FormatToken(FormatTokenKind.Elapsed, new string(letter, _tokens[index].Text.Length));
            }
        }
    }

    private string Neighbour(int index, int step)
    {
        for (index += step; index >= 0 && index < _tokens.Length; index += step)
        {
            if (_tokens[index].Kind is FormatTokenKind.Date or FormatTokenKind.Elapsed)
            {
                return _tokens[index].Text;
            }
        }

        return "";
    }

    private void AppendDate(StringBuilder output, string letters, SerialDate date)
    {
        var (hour, minute, second) = ((int)(date.Seconds / 3600), (int)(date.Seconds / 60 % 60), (int)(date.Seconds % 60));
        switch (letters[0])
        {
            case 'y' or 'e':
                AppendNumber(output, letters[0] == 'e' || letters.Length > 2 ? date.Year : date.Year % 100, letters[0] == 'e' || letters.Length > 2 ? 4 : 2);
                break;
            case 'b':
                AppendNumber(output, letters.Length > 2 ? date.Year + BuddhistYears : (date.Year + BuddhistYears) % 100, letters.Length > 2 ? 4 : 2);
                break;
            case 'm' when letters.Length <= 2:
                AppendNumber(output, date.Month, letters.Length);
                break;
            case 'm':
                var month = date.Month - 1;
                output.Append(letters.Length == 3 ? _names.ShortMonths[month] : letters.Length == 5 ? _names.Months[month][..1] : _names.Months[month]);
                break;
            case 'd' when letters.Length <= 2:
                AppendNumber(output, date.Day, letters.Length);
                break;
            case 'd' or 'a':
                var names = letters[0] == 'a' ? _eastAsian : _names;
                output.Append(letters.Length == 3 ? names.ShortDays[date.DayOfWeek] : names.Days[date.DayOfWeek]);
                break;
            case 'h':
                AppendNumber(output, _hasHalfDay ? ((hour + 11) % 12) + 1 : hour, letters.Length);
                break;
            case 'n':
                AppendNumber(output, minute, letters.Length);
                break;
            case 's':
                AppendNumber(output, second, letters.Length);
                break;
            default:
                break;
        }
    }

    private static void AppendElapsed(StringBuilder output, string letters, SerialDate date, bool since1904)
    {
        var days = date.Days - (since1904 ? 1462 : 0);
        var seconds = (days * 86_400) + date.Seconds;
        AppendNumber(output, letters[0] switch { 'h' => seconds / 3600, 'm' => seconds / 60, _ => seconds }, letters.Length);
    }

    private static void AppendNumber(StringBuilder output, long number, int places)
    {
        Span<char> digits = stackalloc char[20];
        number.TryFormat(digits, out var length, provider: System.Globalization.CultureInfo.InvariantCulture);
        output.Append('0', Math.Max(0, Math.Min(places, 20) - length)).Append(digits[..length]);
    }
}
