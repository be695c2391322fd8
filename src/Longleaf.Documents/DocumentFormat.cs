namespace Longleaf.Documents;

/// <summary>The formats that Longleaf reads, as found from content first and name second.</summary>
public enum DocumentFormat
{
    /// <summary>Plain text of any charset.</summary>
    PlainText,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>Comma-, tab-, semicolon- or bar-separated values.</summary>
    Csv,

    /// <summary>JSON, or JSON Lines.</summary>
    Json,

    /// <summary>Office Open XML text.</summary>
    Docx,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Office Open XML workbook.</summary>
    Xlsx,

    /// <summary>EPUB 2 and 3.</summary>
    Epub,

    /// <summary>Mobipocket, AZW and AZW3 (KF8).</summary>
    Mobi,

    /// <summary>PNG picture.</summary>
    Png,

    /// <summary>JPEG picture.</summary>
    Jpeg,

    /// <summary>GIF picture or animation.</summary>
    Gif,

    /// <summary>BMP picture.</summary>
    Bmp,
}
