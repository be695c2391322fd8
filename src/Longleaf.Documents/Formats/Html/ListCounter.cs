using System.Globalization;
using System.Text;

namespace Longleaf.Documents.Formats.Html;

/// <summary>The numbers of a list's items.</summary>
internal sealed class ListCounter(bool isOrdered, string type, int start, bool isReversed)
{
    private int _next = start;

    /// <summary>The next item's marker, as Markdown has it where it can.</summary>
    public string Next(int? value)
    {
        if (!isOrdered)
        {
            return "- ";
        }

        var number = value ?? _next;
        _next = isReversed ? number - 1 : number + 1;
        return type switch
        {
            "a" or "A" when Letters(number) is { } letters => $"- {(type == "a" ? letters : letters.ToUpperInvariant())}. ",
            "i" or "I" when Roman(number) is { } roman => $"- {(type == "i" ? roman : roman.ToUpperInvariant())}. ",
            _ => string.Create(CultureInfo.InvariantCulture, $"{number}. "),
        };
    }

    private static string? Letters(int number)
    {
        var text = "";
        for (; number > 0; number = (number - 1) / 26)
        {
            text = (char)('a' + ((number - 1) % 26)) + text;
        }

        return text.Length == 0 ? null : text;
    }

    private static string? Roman(int number)
    {
        if (number is < 1 or > 3999)
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var (value, digits) in ((int, string)[])
            [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")])
        {
            for (; number >= value; number -= value)
            {
                text.Append(digits);
            }
        }

        return text.ToString();
    }
}
