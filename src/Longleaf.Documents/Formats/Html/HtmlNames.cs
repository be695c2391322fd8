using System.Collections.Frozen;

namespace Longleaf.Documents.Formats.Html;

/// <summary>What is known of elements by their names.</summary>
internal static class HtmlNames
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.ToFrozenSet(
    [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption",
        "figure", "footer", "foreignobject", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol",
        "p", "pre", "section", "summary", "table", "tbody", "td", "text", "tfoot", "th", "thead", "tr", "ul",
        // Mobipocket's own.
        "idx:entry", "idx:orth", "mbp:pagebreak", "mbp:section",
    ]);

    private static readonly FrozenSet<string> Void = FrozenSet.ToFrozenSet(
        ["area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "mbp:pagebreak"]);

    // What is not shown: settings, programs, and what stands in for sound and moving pictures.
    private static readonly FrozenSet<string> Skipped = FrozenSet.ToFrozenSet(
        ["audio", "canvas", "datalist", "epub:case", "iframe", "metadata", "rp", "script", "style", "template", "textarea", "title", "video", "annotation", "annotation-xml"]);

    private static readonly FrozenSet<string> TableParts = FrozenSet.ToFrozenSet(["table", "tbody", "thead", "tfoot", "tr", "td", "th"]);

    public static bool IsBlock(string name) => Blocks.Contains(name);

    public static bool IsVoid(string name) => Void.Contains(name);

    public static bool IsSkipped(string name) => Skipped.Contains(name);

    /// <summary>Whether an end tag of that name ends cells.</summary>
    public static bool IsTablePart(string name) => TableParts.Contains(name);

    /// <summary>Whether what stands in an element is no markup.</summary>
    public static bool IsRaw(string name) => name is "script" or "style";
}
