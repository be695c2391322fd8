namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>Links made by a formula: <c>HYPERLINK("https://…", "text")</c>.</summary>
internal static class FormulaLink
{
    private const string Function = "HYPERLINK(\"";

    /// <summary>The address, if the formula is such a link and its address is written out.</summary>
    public static string? Of(ReadOnlySpan<char> formula)
    {
        if (!formula.StartsWith(Function, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = formula[Function.Length..];
        var quote = rest.IndexOf('"');
        return quote > 0 && quote + 1 < rest.Length && rest[quote + 1] is ',' or ')' ? rest[..quote].ToString() : null;
    }
}
