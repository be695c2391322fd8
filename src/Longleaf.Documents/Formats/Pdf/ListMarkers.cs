namespace Longleaf.Documents.Formats.Pdf;

/// <summary>What lines of lists start with.</summary>
internal static class ListMarkers
{
    private const string Bullets = "•◦▪‣●○■□–—*-\u00B7\uF0B7\uF0A7➢✓❖";

    /// <summary>How long the bullet or number at the start is, its blank included; 0 if there is none.</summary>
    public static int Length(string text)
    {
        if (text.Length > 2 && Bullets.Contains(text[0], StringComparison.Ordinal) && text[1] == ' ')
        {
            return 2;
        }

        // "1." "12)" "(a)" "a)"
        var index = text.Length > 0 && text[0] == '(' ? 1 : 0;
        var start = index;
        while (index < text.Length && index - start < 3 && char.IsAsciiDigit(text[index]))
        {
            index++;
        }

        if (index == start && index < text.Length && char.IsAsciiLetterLower(text[index]))
        {
            index++;
        }

        return index > start && index + 1 < text.Length && text[index + 1] == ' '
            && (text[index] == ')' || (text[index] == '.' && start == 0 && char.IsAsciiDigit(text[index - 1])))
            ? index + 2
            : 0;
    }

    public static bool IsBullet(string text) => Bullets.Contains(text[0], StringComparison.Ordinal);
}
