using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html;

namespace Longleaf.Documents.Formats.Html;

/// <summary>The entities of HTML. Those that books are written with are known here: AngleSharp's table of two thousand takes longer to make than a chapter to read.</summary>
internal sealed class BookEntities : IEntityProviderExtended
{
    public static BookEntities Instance { get; } = new();

    /// <inheritdoc/>
    public string? GetSymbol(StringOrMemory name) => name.Memory.Span switch
    {
        "amp;" => "&",
        "lt;" => "<",
        "gt;" => ">",
        "quot;" => "\"",
        "apos;" => "'",
        "nbsp;" => "\u00A0",
        "shy;" => "\u00AD",
        "mdash;" => "\u2014",
        "ndash;" => "\u2013",
        "hellip;" => "\u2026",
        "lsquo;" => "\u2018",
        "rsquo;" => "\u2019",
        "ldquo;" => "\u201C",
        "rdquo;" => "\u201D",
        "laquo;" => "\u00AB",
        "raquo;" => "\u00BB",
        "copy;" => "\u00A9",
        "eacute;" => "\u00E9",
        "egrave;" => "\u00E8",
        _ => HtmlEntityProvider.ResolverExtended.GetSymbol(name),
    };
}
