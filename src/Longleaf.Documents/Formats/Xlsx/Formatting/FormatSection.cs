using System.Text;

namespace Longleaf.Documents.Formats.Xlsx.Formatting;

/// <summary>One of the up to four sections of a number format.</summary>
internal abstract class FormatSection
{
    /// <summary>When it applies, if it says so itself.</summary>
    public FormatCondition? Condition { get; private init; }

    /// <summary>Whether it shows the cell's text.</summary>
    public virtual bool HasText => false;

    /// <summary>Whether it shows dates or times.</summary>
    public virtual bool IsDate => false;

    /// <summary>Whether it shows a duration.</summary>
    public virtual bool IsDuration => false;

    public static FormatSection Parse(string code)
    {
        var scanner = new FormatScanner(code);
        scanner.Scan();
        var tokens = scanner.Tokens;
        var isDate = tokens.Any(token => token.Kind is FormatTokenKind.Date or FormatTokenKind.Elapsed or FormatTokenKind.HalfDay);
        if (isDate)
        {
            return new DateSection(tokens, scanner.Language) { Condition = scanner.Condition };
        }

        if (tokens.Any(token => token.Kind == FormatTokenKind.Text))
        {
            return new TextSection(tokens) { Condition = scanner.Condition };
        }

        var slash = 0;
        while (slash < tokens.Count && tokens[slash].Kind != FormatTokenKind.Slash)
        {
            slash++;
        }

        return slash > 0 && slash < tokens.Count && tokens[slash - 1].Kind == FormatTokenKind.Digit && slash + 1 < tokens.Count && tokens[slash + 1].Kind is FormatTokenKind.Digit or FormatTokenKind.Denominator
            ? new FractionSection(tokens, slash) { Condition = scanner.Condition }
            : new NumericSection(tokens) { Condition = scanner.Condition };
    }

    /// <summary>Appends a number that is not negative; false if this section cannot show it.</summary>
    public abstract bool Append(StringBuilder output, double magnitude, bool since1904);

    /// <summary>Appends the section around a text.</summary>
    public virtual void AppendText(StringBuilder output, string text) => output.Append(text);
}
