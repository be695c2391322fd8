using Longleaf.Documents.Ocr;

namespace Longleaf.Documents.Isolation.Recognition;

/// <summary>What text in pictures is recognised with.</summary>
/// <param name="Tesseract">Where <c>tesseract</c> is.</param>
/// <param name="PageDrawer">Where <c>pdftoppm</c> is; <see langword="null"/> where pages of PDFs cannot be drawn.</param>
/// <param name="Languages">The languages of the settings, joined by <c>+</c>: installed ones.</param>
/// <param name="FindsTurn">Whether the data for finding out how a page is turned is installed.</param>
internal sealed record RecognitionPrograms(string Tesseract, string? PageDrawer, string Languages, bool FindsTurn)
{
    /// <summary>The languages that a page may be found to be in, though the settings do not name them.</summary>
    public static IReadOnlyList<string> EastAsian { get; } = ["chi_sim", "chi_tra", "jpn", "kor"];

    /// <summary>Which of <see cref="EastAsian"/> are installed and may be found.</summary>
    public IReadOnlyList<string> Found { get; init; } = [];

    /// <summary>The languages for a script, joined by <c>+</c>; <see langword="null"/> if there are none.</summary>
    public string? LanguagesOf(TextScript script) => script switch
    {
        TextScript.Any => Languages,
        TextScript.Latin => string.Join('+', Languages.Split('+').Where(language => !EastAsian.Any(one => language.StartsWith(one, StringComparison.Ordinal)))) is { Length: > 0 } latin ? latin : null,
        TextScript.SimplifiedHan => Installed("chi_sim"),
        TextScript.TraditionalHan => Installed("chi_tra"),
        TextScript.Japanese => Installed("jpn"),
        TextScript.Korean => Installed("kor"),
        _ => null,
    };

    private string? Installed(string language) => Languages.Split('+').Contains(language) || Found.Contains(language) ? language : null;
}
