using System.Globalization;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>What a style says of its paragraphs and runs, with what it inherits.</summary>
internal sealed record Style
{
    /// <summary>1 to 6; <see langword="null"/> for text.</summary>
    public int? HeadingLevel { get; init; }

    /// <summary>The numbering that its paragraphs have.</summary>
    public int? NumberingId { get; init; }

    /// <summary>The level in it.</summary>
    public int? NumberingLevel { get; init; }

    /// <summary>The style, itself or inherited, that names the numbering.</summary>
    public string? NumberingStyleId { get; init; }

    /// <summary>Whether text is hidden, if it says so.</summary>
    public bool? IsHidden { get; init; }

    /// <summary>The font of its text.</summary>
    public string? Font { get; init; }

    /// <summary>Whether its paragraphs are source code.</summary>
    public bool IsCode { get; init; }

    /// <summary>Whether its paragraphs are quoted.</summary>
    public bool IsQuote { get; init; }

    /// <summary>What runs have that say nothing else.</summary>
    public RunFormat RunFormat => new(IsHidden ?? false, SymbolFonts.IsSymbol(Font) ? Font : null);

    /// <summary>The heading level that a style's name or id stands for: those that come with Word keep their English names in every language.</summary>
    public static int? LevelByName(string name)
    {
        var plain = name.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return plain == "TITLE" ? 1
            : plain.StartsWith("HEADING", StringComparison.Ordinal)
                && int.TryParse(plain.AsSpan(7), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 9
                ? Math.Min(level, 6)
                : null;
    }
}
