namespace Longleaf.Documents.Formats.PlainText.Charsets;

/// <summary>The script of a letter, by its block.</summary>
internal static class Scripts
{
    public static Script Of(char letter) => letter switch
    {
        < '\u0300' or (>= '\u1E00' and <= '\u1EFF') => Script.Latin,
        >= '\u0370' and <= '\u03FF' => Script.Greek,
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        >= '\u0590' and <= '\u05FF' => Script.Hebrew,
        >= '\u0600' and <= '\u06FF' => Script.Arabic,
        >= '\u0E00' and <= '\u0E7F' => Script.Thai,
        _ => Script.Other,
    };
}
