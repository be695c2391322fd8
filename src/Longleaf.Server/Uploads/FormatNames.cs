using Longleaf.Documents;

namespace Longleaf.Server.Uploads;

/// <summary>Formats as the wire spells them.</summary>
internal static class FormatNames
{
    public static string Of(DocumentFormat format) => format switch
    {
        DocumentFormat.PlainText => "txt",
        DocumentFormat.Markdown => "md",
        DocumentFormat.Csv => "csv",
        DocumentFormat.Json => "json",
        DocumentFormat.Docx => "docx",
        DocumentFormat.Xlsx => "xlsx",
        DocumentFormat.Epub => "epub",
        DocumentFormat.Mobi => "mobi",
        DocumentFormat.Png => "png",
        DocumentFormat.Jpeg => "jpg",
        DocumentFormat.Gif => "gif",
        DocumentFormat.Bmp => "bmp",
        _ => "pdf",
    };
}
