namespace Longleaf.Documents.Formats.Pdf;

/// <summary>Accents that TeX prints on their own, over the letter that follows: made one letter again.</summary>
internal static class SpacingAccents
{
    private const string Spacing = "\u00A8\u00B4\u0060\u02C6\u02DC\u02C7\u02DA\u00B8\u02D8\u02DD\u00AF";
    private const string Combining = "\u0308\u0301\u0300\u0302\u0303\u030C\u030A\u0327\u0306\u030B\u0304";

    /// <summary>The letter with its accent, to be composed; <see langword="null"/> if the two do not stand over each other.</summary>
    public static string? Combine(PlacedLetter accent, PlacedLetter letter)
    {
        if (accent.Value.Length != 1 || Spacing.IndexOf(accent.Value[0], StringComparison.Ordinal) is var index && index < 0
            || letter.Value.Length != 1 || !char.IsLetter(letter.Value[0]))
        {
            return null;
        }

        var overlap = Math.Min(accent.Right, letter.Right) - Math.Max(accent.Left, letter.Left);
        var plain = letter.Value[0] switch { '\u0131' => 'i', '\u0237' => 'j', var other => other };
        return overlap > 0.4 * Math.Min(accent.Right - accent.Left, letter.Right - letter.Left) ? $"{plain}{Combining[index]}" : null;
    }
}
