namespace Longleaf.Documents.Ocr;

/// <summary>What text is recognised as; which languages stand for it, the parent knows.</summary>
internal enum TextScript : byte
{
    /// <summary>Every language of the settings at once.</summary>
    Any,

    /// <summary>Those of the settings that are written in Latin letters.</summary>
    Latin,

    /// <summary>Simplified Chinese alone: with others beside it, ideographs are lost to letters.</summary>
    SimplifiedHan,

    /// <summary>Traditional Chinese.</summary>
    TraditionalHan,

    /// <summary>Japanese.</summary>
    Japanese,

    /// <summary>Korean.</summary>
    Korean,
}

internal static class TextScripts
{
    /// <summary>Whether it is written in ideographs, kana or hangul: more strokes in a letter than others have.</summary>
    public static bool IsEastAsian(this TextScript script) => script is not (TextScript.Any or TextScript.Latin);
}
