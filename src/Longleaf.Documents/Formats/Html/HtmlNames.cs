namespace Longleaf.Documents.Formats.Html;

/// <summary>What is known of elements by their names. Patterns and not sets: those would have to be made in each process.</summary>
internal static class HtmlNames
{
    public static bool IsBlock(string name) => name is
        "address" or "article" or "aside" or "blockquote" or "body" or "caption" or "center" or "dd" or "details" or "dialog" or "dir" or "div" or "dl" or "dt"
        or "fieldset" or "figcaption" or "figure" or "footer" or "foreignobject" or "form" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "header" or "hgroup"
        or "hr" or "html" or "legend" or "li" or "main" or "menu" or "nav" or "ol" or "p" or "pre" or "section" or "summary" or "table" or "tbody" or "td" or "text"
        or "tfoot" or "th" or "thead" or "tr" or "ul"
        // Mobipocket's own.
        or "idx:entry" or "idx:orth" or "mbp:pagebreak" or "mbp:section";

    public static bool IsVoid(string name) => name is
        "area" or "base" or "basefont" or "br" or "col" or "embed" or "frame" or "hr" or "img" or "input" or "link" or "meta" or "param" or "source" or "track"
        or "wbr" or "mbp:pagebreak";

    /// <summary>Whether it is not shown: settings, programs, and what stands in for sound and moving pictures.</summary>
    public static bool IsSkipped(string name) => name is
        "audio" or "canvas" or "datalist" or "epub:case" or "iframe" or "metadata" or "rp" or "script" or "style" or "template" or "textarea" or "title" or "video"
        or "annotation" or "annotation-xml";

    /// <summary>Whether an end tag of that name ends cells.</summary>
    public static bool IsTablePart(string name) => name is "table" or "tbody" or "thead" or "tfoot" or "tr" or "td" or "th";

    /// <summary>Whether what stands in an element is no markup.</summary>
    public static bool IsRaw(string name) => name is "script" or "style";
}
