namespace Longleaf.Documents.Formats.Docx;

/// <summary>One level of a numbering.</summary>
internal sealed record NumberingLevel
{
    public int Start { get; init; } = 1;

    /// <summary>ST_NumberFormat: <c>decimal</c>, <c>bullet</c>, <c>lowerRoman</c>.</summary>
    public string Format { get; init; } = "decimal";

    /// <summary>The label, with <c>%1</c> to <c>%9</c> for the numbers of the levels.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether the numbers of higher levels show as decimal.</summary>
    public bool IsLegal { get; init; }

    /// <summary>The level (from 1) whose next number makes this one start again; 0 for never; <see langword="null"/> for every higher level.</summary>
    public int? RestartAfter { get; init; }
}
