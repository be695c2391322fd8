using System.Globalization;
using Longleaf.Documents.Formats.Xlsx.Formatting;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>From what a cell holds to what it shows.</summary>
internal sealed class CellValues(SharedStrings strings, CellFormats formats, bool since1904)
{
    // More digits than a double keeps are not a number that was typed.
    private const int MaxPlainDigits = 15;

    /// <summary>What a cell shows, as a clean line, and whether that is text.</summary>
    /// <param name="type">The cell's type.</param>
    /// <param name="style">Its style.</param>
    /// <param name="value">Its value; for formulas the one last computed.</param>
    public (string Text, bool IsText) Show(CellType type, int style, ReadOnlySpan<char> value)
    {
        switch (type)
        {
            case CellType.SharedText:
                var text = int.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var index) ? strings[index] : "";
                return (OfText(text, style), true);
            case CellType.Text:
                return (OfText(CleanText.OfLine(RichText.Unescape(value.ToString())), style), true);
            case CellType.TruthValue:
                return (value.Trim() is "1" or "true" ? "TRUE" : "FALSE", false);
            case CellType.Error:
                return (CleanText.OfLine(value.ToString()), false);
            case CellType.Date:
                return (OfDate(value, style), false);
            default:
                return (OfNumber(value, style), false);
        }
    }

    private string OfText(string text, int style)
    {
        var format = formats[style];
        return format.IsPlainText || text.Length == 0 ? text : CleanText.OfLine(format.FormatText(text));
    }

    private string OfNumber(ReadOnlySpan<char> value, int style)
    {
        value = value.Trim();
        var format = formats[style];
        if (format.IsGeneral && value.Length <= MaxPlainDigits && IsPlainWhole(value))
        {
            return value.ToString();
        }

        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? CleanText.OfLine(format.Format(number, since1904))
            : CleanText.OfLine(value.ToString());
    }

    // Strict workbooks write dates as ISO 8601 has them.
    private string OfDate(ReadOnlySpan<char> value, int style)
    {
        var format = formats[style];
        return format.IsDate && DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces, out var time)
            && time.Year >= (since1904 ? 1904 : 1900)
            ? CleanText.OfLine(format.Format(SerialDate.From(time, since1904), since1904))
            : CleanText.OfLine(value.ToString().Replace("T00:00:00", "", StringComparison.Ordinal));
    }

    private static bool IsPlainWhole(ReadOnlySpan<char> value)
    {
        var digits = value is ['-', ..] ? value[1..] : value;
        return digits is ['1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9', ..] or "0" && !digits.ContainsAnyExceptInRange('0', '9');
    }
}
